package io.argus.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class ContractSpecProperties {

    private static final List<Double> LOTS = List.of(1e-8, 1e-3, 0.1, 1.0, 10.0, 0.25, 1 / 3.0, 7e-5);

    @Property(tries = 500)
    void wholeLotsAreThoseOfDecimalArithmetic(
            @ForAll @DoubleRange(min = -1e7, max = 1e7) double quantity, @ForAll @IntRange(max = 7) int lot) {
        assertSameAsInDecimals(LOTS.get(lot), quantity);
    }

    /** Where the rounding of a division would tell another number of lots. */
    @Property(tries = 500)
    void wholeLotsAreThoseOfDecimalArithmeticOnAndBesideWholeNumbers(
            @ForAll @IntRange(min = 1, max = 1_000_000_000) int lots, @ForAll @IntRange(max = 7) int lot) {
        double whole = BigDecimal.valueOf(LOTS.get(lot))
                .multiply(BigDecimal.valueOf(lots))
                .doubleValue();

        assertSameAsInDecimals(LOTS.get(lot), whole);
        assertSameAsInDecimals(LOTS.get(lot), Math.nextUp(whole));
        assertSameAsInDecimals(LOTS.get(lot), Math.nextDown(whole));
    }

    private static void assertSameAsInDecimals(double lotSize, double quantity) {
        ContractSpec spec = new ContractSpec(
                ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, lotSize, List.of(), "USD", "USD");
        BigDecimal lot = BigDecimal.valueOf(lotSize);
        double expected = BigDecimal.valueOf(quantity)
                .divide(lot, 0, RoundingMode.DOWN)
                .multiply(lot)
                .doubleValue();

        assertThat(spec.wholeLots(quantity)).isEqualTo(expected);
    }
}
