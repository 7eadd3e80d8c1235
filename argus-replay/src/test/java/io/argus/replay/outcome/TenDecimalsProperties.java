package io.argus.replay.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class TenDecimalsProperties {

    @Property
    void roundAsDecimalArithmeticDoes(@ForAll("values") double value) {
        double exact =
                new BigDecimal(value).setScale(10, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
        assertThat(TenDecimals.rounded(value)).isEqualTo(exact);
    }

    /** Of every size up to where doubles have fewer than ten decimals; half of them at the middle between two, or next to it. */
    @Provide
    Arbitrary<Double> values() {
        Arbitrary<Double> any = Arbitraries.doubles().between(-450_000, 450_000).ofScale(14);
        Arbitrary<Double> small = Arbitraries.doubles().between(-2, 2).ofScale(17);
        Arbitrary<Double> middles = Arbitraries.longs()
                .between(-4_000_000_000_000_000L, 4_000_000_000_000_000L)
                .map(whole -> (whole + 0.5) / 1e10);
        return Arbitraries.oneOf(
                any,
                small,
                middles,
                middles.map(Math::nextUp),
                middles.map(Math::nextDown),
                small.map(x -> Math.rint(x * 1e10) / 1e10 + 5e-11));
    }
}
