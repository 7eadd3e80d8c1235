package io.argus.replay.audit;

import io.argus.domain.pack.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Builds a pack's outcomes and regimes anew, from its own bars and from bars altered after an instant. A row that
 * counts as known by then and agrees with the first but not with the second was made from later bars; one that agrees
 * with neither cannot be told. O(rows) for the pack and for each instant, and a bit a row.
 */
final class DerivedRows {

    private static final int NONE = -1;

    /** A series and which of its rows the pack's own bars give. */
    private record Judged(DerivedSeries series, BitSet agreeing) {}

    private final List<Judged> judged = new ArrayList<>();
    private final List<AuditReport.Unverified> unverified = new ArrayList<>();
    private long verified;

    DerivedRows(Pack pack) {
        Stream.concat(
                        pack.outcomes().stream().map(OutcomeRows::of),
                        pack.regimes().stream().map(RegimeRows::new))
                .forEach(series -> judge(series, series.rebuiltFrom(pack)));
    }

    /** Rows that agree with what the pack's own bars give. */
    long verified() {
        return verified;
    }

    List<AuditReport.Unverified> unverified() {
        return unverified;
    }

    /** For every series the first row known by the cut that the bars known by then do not give. */
    List<Leak> leaks(Pack altered, long cutMs, String datum) {
        List<Leak> leaks = new ArrayList<>();
        for (Judged each : judged) {
            DerivedSeries series = each.series();
            DerivedSeries instead = series.rebuiltFrom(altered);
            Walk walk = new Walk(series, instead);
            while (walk.next()) {
                int row = walk.row;
                if (series.knownMs(row) <= cutMs && each.agreeing().get(row) && !walk.agrees()) {
                    leaks.add(new Leak(
                            Leak.Kind.DERIVED,
                            OptionalLong.of(cutMs),
                            series.knownMs(row),
                            series.name() + " at " + Instant.ofEpochMilli(series.timestampMs(row)) + ": "
                                    + series.text(row),
                            walk.other == NONE ? "nothing" : instead.text(walk.other),
                            datum));
                    break;
                }
            }
        }
        return leaks;
    }

    private void judge(DerivedSeries series, DerivedSeries own) {
        BitSet agreeing = new BitSet(series.size());
        int differing = 0;
        long firstMs = Long.MAX_VALUE;
        Walk walk = new Walk(series, own);
        while (walk.next()) {
            long knownMs = series.knownMs(walk.row);
            if (walk.agrees()) {
                agreeing.set(walk.row);
            } else if (knownMs != Long.MAX_VALUE) {
                firstMs = differing == 0 ? knownMs : firstMs;
                differing++;
            }
        }
        judged.add(new Judged(series, agreeing));
        verified += agreeing.cardinality();
        if (differing > 0) {
            unverified.add(new AuditReport.Unverified(series.name(), differing, firstMs));
        }
    }

    /** Goes through two series at once: the rows of the first, each with the row of the second that tells of its time. */
    private static final class Walk {

        private final DerivedSeries rows;
        private final DerivedSeries others;
        private int row = NONE;
        /** The last row of the others at or before the time. */
        private int reached = NONE;

        private int other = NONE;

        Walk(DerivedSeries rows, DerivedSeries others) {
            this.rows = rows;
            this.others = others;
        }

        boolean next() {
            row++;
            if (row == rows.size()) {
                return false;
            }
            long timeMs = rows.timestampMs(row);
            while (reached + 1 < others.size() && others.timestampMs(reached + 1) <= timeMs) {
                reached++;
            }
            other = reached != NONE && others.tellsOf(reached, timeMs) ? reached : NONE;
            return true;
        }

        boolean agrees() {
            return other != NONE && rows.agrees(row, others, other);
        }
    }
}
