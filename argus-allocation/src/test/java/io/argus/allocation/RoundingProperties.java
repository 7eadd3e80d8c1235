package io.argus.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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
