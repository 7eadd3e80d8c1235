package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.special.Erf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlackScholesProperties {

    @Property(tries = 500)
    void putAndCallDifferByTheForward(@ForAll("calls") EuropeanOption call, @ForAll("volatilities") double volatility) {
        double put = BlackScholes.price(with(call, Right.PUT), volatility);
        double difference = call.discount() * (call.forward() - call.strike());
        assertThat(BlackScholes.price(call, volatility) - put)
                .isCloseTo(difference, within(1e-13 * (call.spot() + call.strike())));
    }

    @Property(tries = 500)
    void pricesStayWithinTheirBounds(
            @ForAll("options") EuropeanOption option, @ForAll("volatilities") double volatility) {
        double price = BlackScholes.price(option, volatility);
        double sign = option.right() == Right.CALL ? 1 : -1;
        double intrinsic = Math.max(0, sign * (option.forward() - option.strike()));
        double most = option.right() == Right.CALL ? option.forward() : option.strike();
        assertThat(price).isBetween(option.discount() * intrinsic, option.discount() * most * (1 + 1e-15));
    }

    @Property(tries = 500)
    void pricesRiseWithVolatilityAndFallWithCallStrikes(
            @ForAll("calls") EuropeanOption call,
            @ForAll("volatilities") double volatility,
            @ForAll @DoubleRange(min = 0.01, max = 1) double step) {
        double price = BlackScholes.price(call, volatility);
        double rounding = 1e-15 * call.spot();
        assertThat(BlackScholes.price(call, volatility * (1 + step))).isGreaterThanOrEqualTo(price - rounding);
        EuropeanOption higher = new EuropeanOption(
                Right.CALL, call.spot(), call.strike() * (1 + step), call.years(), call.rate(), call.dividendYield());
        assertThat(BlackScholes.price(higher, volatility)).isLessThanOrEqualTo(price + rounding);
    }

    @Property(tries = 500)
    void pricesScaleWithTheMarket(
            @ForAll("options") EuropeanOption option,
            @ForAll("volatilities") double volatility,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double scale) {
        EuropeanOption scaled = new EuropeanOption(
                option.right(),
                option.spot() * scale,
                option.strike() * scale,
                option.years(),
                option.rate(),
                option.dividendYield());
        assertThat(BlackScholes.price(scaled, volatility) / scale)
                .isCloseTo(BlackScholes.price(option, volatility), within(1e-13 * option.spot()));
    }

    @Property(tries = 500)
    void agreesWithTheTextbookFormula(
            @ForAll("options") EuropeanOption option, @ForAll("volatilities") double volatility) {
        double deviation = volatility * Math.sqrt(option.years());
        double forward = option.forward();
        double d1 = Math.log(forward / option.strike()) / deviation + deviation / 2;
        double sign = option.right() == Right.CALL ? 1 : -1;
        double textbook = sign
                * option.discount()
                * (forward * cumulative(sign * d1) - option.strike() * cumulative(sign * (d1 - deviation)));
        assertThat(BlackScholes.price(option, volatility))
                .isCloseTo(textbook, within(1e-13 * (option.spot() + option.strike())));
    }

    /** Derivatives carried through the formula by hipparchus' automatic differentiation, not by another formula. */
    @Property(tries = 300)
    void greeksAreTheDerivativesOfThePrice(
            @ForAll("options") EuropeanOption option, @ForAll @DoubleRange(min = 0.02, max = 3) double volatility) {
        DSFactory factory = new DSFactory(4, 2);
        DerivativeStructure spot = factory.variable(0, option.spot());
        DerivativeStructure sigma = factory.variable(1, volatility);
        DerivativeStructure years = factory.variable(2, option.years());
        DerivativeStructure rate = factory.variable(3, option.rate());
        DerivativeStructure value = differentiable(option, spot, sigma, years, rate);
        Greeks greeks = BlackScholes.greeks(option, volatility);
        double scale = 1e-10 * (1 + option.spot() + option.strike());
        assertThat(greeks.delta()).isCloseTo(value.getPartialDerivative(1, 0, 0, 0), within(1e-10));
        assertThat(greeks.gamma() * option.spot())
                .isCloseTo(value.getPartialDerivative(2, 0, 0, 0) * option.spot(), within(1e-8 * (1 + greeks.gamma())));
        assertThat(greeks.vega()).isCloseTo(value.getPartialDerivative(0, 1, 0, 0), within(scale));
        assertThat(greeks.theta()).isCloseTo(-value.getPartialDerivative(0, 0, 1, 0), within(scale / option.years()));
        assertThat(greeks.rho()).isCloseTo(value.getPartialDerivative(0, 0, 0, 1), within(scale));
    }

    private static DerivativeStructure differentiable(
            EuropeanOption option,
            DerivativeStructure spot,
            DerivativeStructure sigma,
            DerivativeStructure years,
            DerivativeStructure rate) {
        double sign = option.right() == Right.CALL ? 1 : -1;
        DerivativeStructure discount = rate.multiply(years).negate().exp();
        DerivativeStructure forward = spot.multiply(
                rate.subtract(option.dividendYield()).multiply(years).exp());
        DerivativeStructure deviation = sigma.multiply(years.sqrt());
        DerivativeStructure d1 =
                forward.divide(option.strike()).log().divide(deviation).add(deviation.multiply(0.5));
        DerivativeStructure inside = cumulative(d1.multiply(sign)).multiply(forward);
        DerivativeStructure paid =
                cumulative(d1.subtract(deviation).multiply(sign)).multiply(option.strike());
        return discount.multiply(inside.subtract(paid)).multiply(sign);
    }

    private static DerivativeStructure cumulative(DerivativeStructure x) {
        double value = x.getValue();
        double density = Math.exp(-value * value / 2) / Math.sqrt(2 * Math.PI);
        return x.compose(cumulative(value), density, -value * density);
    }

    private static double cumulative(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    private static EuropeanOption with(EuropeanOption option, Right right) {
        return new EuropeanOption(
                right, option.spot(), option.strike(), option.years(), option.rate(), option.dividendYield());
    }

    @Provide
    Arbitrary<EuropeanOption> calls() {
        return options().map(option -> with(option, Right.CALL));
    }

    @Provide
    Arbitrary<EuropeanOption> options() {
        return Combinators.combine(
                        Arbitraries.of(Right.class),
                        Arbitraries.doubles().between(0.01, 100_000).ofScale(4),
                        Arbitraries.doubles().between(-1.5, 1.5).ofScale(6),
                        Arbitraries.doubles().between(-5, 0.7).ofScale(6).map(exponent -> Math.pow(10, exponent)),
                        Arbitraries.doubles().between(-0.05, 0.2).ofScale(4),
                        Arbitraries.doubles().between(-0.05, 0.2).ofScale(4))
                .as((right, spot, moneyness, years, rate, dividend) ->
                        new EuropeanOption(right, spot, spot * Math.exp(moneyness), years, rate, dividend));
    }

    @Provide
    Arbitrary<Double> volatilities() {
        return Arbitraries.doubles().between(-2, 0.7).ofScale(6).map(exponent -> Math.pow(10, exponent));
    }
}
