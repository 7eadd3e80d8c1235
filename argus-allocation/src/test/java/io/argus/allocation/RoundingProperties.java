package io.argus.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class RoundingProperties {

    @Property(tries = 2_000)
    void isThatOfTheDecimalAsItReads(@ForAll("values") double value) {
        assertThat(Rounding.towardZero(value, 8, 1e8)).isEqualTo(decimal(value, 8));
        assertThat(Rounding.towardZero(value, 2, 1e2)).isEqualTo(decimal(value, 2));
    }

    @Example
    void leavesNoNegativeZero() {
        assertThat(Rounding.towardZero(-1e-9, 8, 1e8)).isEqualTo(0.0);
        assertThat(Rounding.towardZero(-1e300, 8, 1e8)).isEqualTo(-1e300);
    }

    @Property(tries = 2_000)
    void ofAPartOfAnAmountIsThatOfTheDecimalProduct(
            @ForAll @LongRange(min = -300_000_000, max = 300_000_000) long units, @ForAll("values") double amount) {
        double weight = units / 1e8;
        assertThat(Rounding.money(weight, amount))
                .isEqualTo(BigDecimal.valueOf(weight)
                                .multiply(BigDecimal.valueOf(amount))
                                .setScale(2, RoundingMode.DOWN)
                                .doubleValue()
                        + 0.0);
    }

    @Property(tries = 2_000)
    void countsAsDecimalsDo(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long cents,
            @ForAll("values") double part,
            @ForAll @LongRange(min = 1, max = 1_000_000) long times) {
        for (double loss : new double[] {Math.abs(part), cents / 100.0 / times, times / 1e3}) {
            Assume.that(loss > 1e-3);
            assertThat(Rounding.times(cents / 100.0, loss))
                    .isEqualTo(BigDecimal.valueOf(cents, 2)
                            .divideToIntegralValue(BigDecimal.valueOf(loss))
                            .longValueExact());
        }
    }

    @Example
    void countsWithoutEndWhatIsNothing() {
        assertThat(Rounding.times(29, 14.5)).isEqualTo(2);
        assertThat(Rounding.times(0.35, 0.05)).isEqualTo(7);
        assertThat(Rounding.times(0, 1e-300)).isZero();
        assertThat(Rounding.times(1, Double.MIN_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Property(tries = 2_000)
    void ofAWeightForgivesNoiseButNotTheCap(@ForAll @LongRange(min = -100_000_000, max = 100_000_000) long units) {
        double step = units / 1e8;
        double below = step * (1 - 1e-13);
        assertThat(Rounding.weight(below, 1)).isEqualTo(step);
        assertThat(Rounding.weight(step, 1)).isEqualTo(step);
        assertThat(Math.abs(Rounding.weight(below, Math.abs(below)))).isLessThanOrEqualTo(Math.abs(below));
        assertThat(Rounding.weight(step - Math.signum(step) * 1e-11, 1))
                .isEqualTo(decimal(step - Math.signum(step) * 1e-11, 8));
    }

    /** Whole numbers of units, what lies right beside them, and anything else. */
    @Provide
    Arbitrary<Double> values() {
        Arbitrary<Double> whole = Combinators.combine(
                        Arbitraries.longs().between(-10_000_000_000L, 10_000_000_000L),
                        Arbitraries.integers().between(0, 9))
                .as((digits, decimals) -> BigDecimal.valueOf(digits, decimals).doubleValue());
        return Arbitraries.oneOf(
                whole,
                whole.map(Math::nextUp),
                whole.map(Math::nextDown),
                whole.map(value -> 0.07 * value),
                Arbitraries.doubles().between(-1e17, 1e17));
    }

    private static double decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.DOWN).doubleValue() + 0.0;
    }
}
