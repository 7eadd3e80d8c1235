package io.argus.research.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is let in.
 *
 * @param minDsr least deflated Sharpe ratio, included; a missing one counts as 0
 * @param minCompositeScore least composite score, included
 */
public record AdmissionRule(double minDsr, double minCompositeScore, Selection selection) {

    /** How many runs of one strategy may be funded. */
    public enum Selection {
        /** The highest-ranked admitted run of each strategy and instrument. */
        BEST_PER_STRATEGY,
        /** Every admitted run. */
        ALL;

        /** The name in files: {@code best_per_strategy}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Selection> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** The deflated Sharpe ratio that the shipped rule asks for. */
    public static final double DEFAULT_MIN_DSR = 0.95;

    public AdmissionRule {
        if (!(minDsr >= 0) || Double.isInfinite(minDsr)) {
            throw new IllegalArgumentException("min_dsr must be finite and not negative: " + minDsr);
        }
        if (!Double.isFinite(minCompositeScore)) {
            throw new IllegalArgumentException("min_composite_score must be finite: " + minCompositeScore);
        }
        Objects.requireNonNull(selection, "selection");
    }

    public static AdmissionRule defaults() {
        return new AdmissionRule(DEFAULT_MIN_DSR, 0, Selection.BEST_PER_STRATEGY);
    }
}
