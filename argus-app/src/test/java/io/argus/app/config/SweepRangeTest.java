package io.argus.app.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Ranges in decimal arithmetic. */
class SweepRangeTest {

    @Test
    void aStepOfAHundredthGivesExactlySevenValues() {
        assertThat(texts(byStep("0.02", "0.08", "0.01"))).isEqualTo("0.02 0.03 0.04 0.05 0.06 0.07 0.08");
    }

    @Test
    void theLargestValueIsPassedOverWhenNoStepMeetsIt() {
        assertThat(texts(byStep("1", "2", "0.4"))).isEqualTo("1.0 1.4 1.8");
        assertThat(texts(byStep("5", "5", "1"))).isEqualTo("5");
    }

    @Test
    void aNumberOfStepsGivesOneValueMore() {
        assertThat(texts(bySteps("0", "1", 4, OptionalInt.empty()))).isEqualTo("0 0.25 0.5 0.75 1");
        assertThat(bySteps("-1", "1", 7, OptionalInt.empty()).values()).hasSize(8);
    }

    @Test
    void valuesAreRoundedHalfToEven() {
        assertThat(texts(bySteps("0", "1", 4, OptionalInt.of(1)))).isEqualTo("0.0 0.2 0.5 0.8 1.0");
    }

    @Test
    void bothEndsAreMetHoweverManySteps() {
        List<BigDecimal> values = bySteps("0", "1", 3, OptionalInt.empty()).values();
        assertThat(values.get(0)).isEqualByComparingTo("0");
        assertThat(values.get(3)).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byStep("2", "1", "1"))
                .withMessageContaining("max");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SweepRange(
                        BigDecimal.ZERO, BigDecimal.ONE, Optional.empty(), OptionalInt.empty(), OptionalInt.empty()))
                .withMessageContaining("either step or num_steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byStep("0", "1", "0.0000001"))
                .withMessageContaining("at most 1000000");
    }

    private static SweepRange byStep(String min, String max, String step) {
        return new SweepRange(
                new BigDecimal(min),
                new BigDecimal(max),
                Optional.of(new BigDecimal(step)),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static SweepRange bySteps(String min, String max, int steps, OptionalInt round) {
        return new SweepRange(new BigDecimal(min), new BigDecimal(max), Optional.empty(), OptionalInt.of(steps), round);
    }

    private static String texts(SweepRange range) {
        return range.values().stream().map(BigDecimal::toPlainString).collect(Collectors.joining(" "));
    }
}
