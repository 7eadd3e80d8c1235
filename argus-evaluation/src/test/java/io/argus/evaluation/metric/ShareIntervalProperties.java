package io.argus.evaluation.metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Clopper and Pearson's interval against another library, and against what follows from its definition. */
class ShareIntervalProperties {

    @Property(tries = 200)
    void endsAreQuantilesOfTheBetaDistribution(
            @ForAll @LongRange(min = 1, max = 5_000) long cases,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        long hits = Math.round(part * cases);

        ShareInterval interval = ShareInterval.of(hits, cases, confidence);

        double missed = (1 - confidence) / 2;
        if (hits > 0) {
            // Its quantile is as good as the root it finds, so the tails are compared.
            assertThat(new BetaDistribution(hits, cases - hits + 1).cumulativeProbability(interval.lower()))
                    .isCloseTo(missed, within(1e-9));
        }
        if (hits < cases) {
            assertThat(new BetaDistribution(hits + 1, cases - hits).cumulativeProbability(interval.upper()))
                    .isCloseTo(1 - missed, within(1e-9));
        }
    }

    @Property(tries = 100)
    void missesAreHitsMirrored(
            @ForAll @LongRange(min = 1, max = 100_000) long cases, @ForAll @DoubleRange(min = 0, max = 1) double part) {
        long hits = Math.round(part * cases);

        ShareInterval interval = ShareInterval.of(hits, cases, 0.95);
        ShareInterval mirrored = ShareInterval.of(cases - hits, cases, 0.95);

        assertThat(interval.lower()).isCloseTo(1 - mirrored.upper(), within(1e-12));
        assertThat(interval.share()).isBetween(interval.lower(), interval.upper());
    }

    /** With no hit the upper end solves (1 - p)^n = α/2; with one case more than none is known. */
    @Test
    void endsWithoutAHitAreClosedForms() {
        ShareInterval none = ShareInterval.of(0, 1_000, 0.95);
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(1 - Math.pow(0.025, 1.0 / 1_000), within(1e-14));

        ShareInterval all = ShareInterval.of(1, 1, 0.95);
        assertThat(all.lower()).isCloseTo(0.025, within(1e-14));
        assertThat(all.upper()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatThrownBy(() -> ShareInterval.of(2, 1, 0.95)).hasMessageContaining("2 hits of 1 cases");
        assertThatThrownBy(() -> ShareInterval.of(0, 0, 0.95)).hasMessageContaining("0 cases");
        assertThatThrownBy(() -> ShareInterval.of(0, 1, 1)).hasMessageContaining("confidence");
    }
}
