package io.argus.evaluation.significance;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MultipleTestingTest {

    /** The fifteen p-values of Benjamini and Hochberg 1995, section 3.2: Bonferroni rejects three, they reject four. */
    private static final double[] PUBLISHED = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000
    };

    @Test
    void rejectsAsManyAsBenjaminiAndHochberg1995() {
        assertThat(rejected(MultipleTesting.BONFERRONI.adjust(PUBLISHED))).isEqualTo(3);
        assertThat(rejected(MultipleTesting.HOLM.adjust(PUBLISHED))).isEqualTo(3);
        assertThat(rejected(MultipleTesting.BENJAMINI_HOCHBERG.adjust(PUBLISHED)))
                .isEqualTo(4);
    }

    /** By hand: n = 3, harmonic sum 11/6. */
    @Test
    void adjustsInTheOrderOfTheArguments() {
        double[] p = {0.04, 0.01, 0.02};
        assertThat(MultipleTesting.BONFERRONI.adjust(p))
                .containsExactly(new double[] {0.12, 0.03, 0.06}, within(1e-15));
        assertThat(MultipleTesting.HOLM.adjust(p)).containsExactly(new double[] {0.04, 0.03, 0.04}, within(1e-15));
        assertThat(MultipleTesting.BENJAMINI_HOCHBERG.adjust(p))
                .containsExactly(new double[] {0.04, 0.03, 0.03}, within(1e-15));
        assertThat(MultipleTesting.BENJAMINI_HOCHBERG_YEKUTIELI.adjust(p))
                .containsExactly(new double[] {0.04 * 11 / 6, 0.03 * 11 / 6, 0.03 * 11 / 6}, within(1e-15));
    }

    @Test
    void neverLeavesTheRangeOfProbabilities() {
        for (MultipleTesting method : MultipleTesting.values()) {
            assertThat(Arrays.stream(method.adjust(new double[] {0.9, 0.8, 1}))).allMatch(p -> p <= 1);
            assertThat(method.adjust(new double[0])).isEmpty();
            assertThatThrownBy(() -> method.adjust(new double[] {1.1})).hasMessageContaining("1.1");
        }
    }

    private static long rejected(double[] adjusted) {
        return Arrays.stream(adjusted).filter(p -> p <= 0.05).count();
    }
}
