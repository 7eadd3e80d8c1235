package io.argus.replay.audit;

import java.util.List;
import java.util.Objects;

/**
 * What an audit found.
 *
 * @param cuts the instants at which the future was taken away and altered
 * @param decisions orders of the whole replay
 * @param fills of the whole replay
 * @param marks of the whole replay
 * @param derivedRows rows derived from bars that were built anew and agree
 * @param leaks in the order in which they were found; one for each cut and way at most
 * @param unverified series with rows that could not be built anew
 */
public record AuditReport(
        String strategy,
        List<Long> cuts,
        long decisions,
        long fills,
        long marks,
        long derivedRows,
        List<Leak> leaks,
        List<Unverified> unverified) {

    /**
     * Derived rows of which nobody can say what they were made from.
     *
     * @param series what they are: {@code outcomes of SPX over 86400 s}
     * @param rows how many
     * @param firstMs when the first of them counts as known
     */
    public record Unverified(String series, long rows, long firstMs) {

        public Unverified {
            Objects.requireNonNull(series, "series");
        }
    }

    public AuditReport {
        Objects.requireNonNull(strategy, "strategy");
        cuts = List.copyOf(cuts);
        leaks = List.copyOf(leaks);
        unverified = List.copyOf(unverified);
    }

    /**
     * Whether nothing saw the future.
     *
     * @param trustDerived whether rows that could not be built anew are taken for what they say they are
     */
    public boolean passed(boolean trustDerived) {
        return leaks.isEmpty() && (trustDerived || unverified.isEmpty());
    }
}
