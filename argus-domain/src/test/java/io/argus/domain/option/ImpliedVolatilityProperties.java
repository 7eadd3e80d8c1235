package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ImpliedVolatilityProperties {

    private final VolatilitySolver solver = new VolatilitySolver();

    /** From the money to 30 deviations out, minutes to five years, volatilities of 1 % to 500 %. */
    @Property(tries = 2000)
    void theVolatilityOfAPriceReproducesIt(
            @ForAll Right right,
            @ForAll @DoubleRange(min = -30, max = 30) double deviations,
            @ForAll("years") double years,
            @ForAll("volatilities") double volatility) {
        double deviation = volatility * Math.sqrt(years);
        double strike = 100 * Math.exp(Math.max(-200, Math.min(200, deviations * deviation)));
        double price = BlackScholes.forwardPrice(right, 100, strike, deviation);
        // Where double rounding has put the price on its bound there is nothing to find.
        if (solver.trySolve(right, 100, strike, years, price)) {
            assertThat(BlackScholes.forwardPrice(right, 100, strike, solver.volatility() * Math.sqrt(years)))
                    .isCloseTo(price, within(1e-11 * price));
        } else {
            double intrinsic = Math.max(0, right == Right.CALL ? 100 - strike : strike - 100);
            double most = right == Right.CALL ? 100 : strike;
            assertThat(Math.min(price - intrinsic, most - price)).isLessThanOrEqualTo(4 * Math.ulp(most));
        }
    }

    @Property(tries = 2000)
    void outOfTheMoneyTheVolatilityItselfComesBack(
            @ForAll @DoubleRange(min = 0, max = 30) double deviations,
            @ForAll("years") double years,
            @ForAll("volatilities") double volatility) {
        double deviation = volatility * Math.sqrt(years);
        if (deviation > 4) {
            return; // so near its upper bound the price hardly tells volatilities apart
        }
        double strike = 100 * Math.exp(deviations * deviation);
        double price = BlackScholes.forwardPrice(Right.CALL, 100, strike, deviation);
        assertThat(solver.trySolve(Right.CALL, 100, strike, years, price)).isTrue();
        assertThat(solver.volatility()).isCloseTo(volatility, within(1e-10 * volatility));
    }

    /** Any share of a forward is the price of some volatility. */
    @Property(tries = 2000)
    void everyPriceBetweenTheBoundsHasOne(
            @ForAll @DoubleRange(min = 0, max = 20) double distance, @ForAll("shares") double share) {
        double deviation = VolatilitySolver.deviation(distance, share);
        assertThat(deviation).isBetween(0.0, 100.0);
        assertThat(OutOfTheMoney.price(distance, deviation)).isCloseTo(share, within(1e-11 * share));
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-280, -1).ofScale(4).map(exponent -> Math.pow(10, exponent)),
                Arbitraries.doubles().between(0.01, 0.999999).ofScale(6),
                Arbitraries.doubles().between(-15, -3).ofScale(4).map(exponent -> 1 - Math.pow(10, exponent)));
    }

    @Provide
    Arbitrary<Double> years() {
        return Arbitraries.doubles().between(-5.72, 0.69897).ofScale(6).map(exponent -> Math.pow(10, exponent));
    }

    @Provide
    Arbitrary<Double> volatilities() {
        return Arbitraries.doubles().between(-2, 0.69897).ofScale(6).map(exponent -> Math.pow(10, exponent));
    }
}
