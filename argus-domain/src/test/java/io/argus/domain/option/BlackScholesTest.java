package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class BlackScholesTest {

    /** E. G. Haug, The Complete Guide to Option Pricing Formulas, 2nd edition 2007, chapters 1 and 2. */
    @Test
    void pricesAndGreeksAreAsPublished() {
        EuropeanOption stock = new EuropeanOption(Right.CALL, 60, 65, 0.25, 0.08, 0);
        EuropeanOption index = new EuropeanOption(Right.PUT, 100, 95, 0.5, 0.10, 0.05);
        EuropeanOption future = EuropeanOption.onForward(Right.CALL, 19, 19, 0.75, 0.10);
        assertThat(BlackScholes.price(stock, 0.30)).isCloseTo(2.1334, within(5e-5));
        assertThat(BlackScholes.price(index, 0.20)).isCloseTo(2.4648, within(5e-5));
        assertThat(BlackScholes.price(future, 0.28)).isCloseTo(1.7011, within(5e-5));

        assertThat(BlackScholes.greeks(EuropeanOption.onForward(Right.CALL, 105, 100, 0.5, 0.10), 0.36)
                        .delta())
                .isCloseTo(0.5946, within(5e-5));
        assertThat(BlackScholes.greeks(EuropeanOption.onForward(Right.PUT, 105, 100, 0.5, 0.10), 0.36)
                        .delta())
                .isCloseTo(-0.3566, within(5e-5));
        Greeks outside = BlackScholes.greeks(new EuropeanOption(Right.CALL, 55, 60, 0.75, 0.10, 0), 0.30);
        assertThat(outside.gamma()).isCloseTo(0.0278, within(5e-5));
        assertThat(outside.vega()).isCloseTo(18.9358, within(5e-5));
        assertThat(BlackScholes.greeks(new EuropeanOption(Right.PUT, 430, 405, 1 / 12.0, 0.07, 0.05), 0.20)
                        .theta())
                .isCloseTo(-31.1924, within(5e-5));
        assertThat(BlackScholes.greeks(new EuropeanOption(Right.CALL, 72, 75, 1, 0.09, 0), 0.19)
                        .rho())
                .isCloseTo(38.7325, within(5e-5));
    }

    /** J. C. Hull, Options, Futures, and Other Derivatives, the chapter on the Black–Scholes–Merton model. */
    @Test
    void theTextbookExample() {
        assertThat(BlackScholes.price(new EuropeanOption(Right.CALL, 42, 40, 0.5, 0.10, 0), 0.20))
                .isCloseTo(4.76, within(5e-3));
        assertThat(BlackScholes.price(new EuropeanOption(Right.PUT, 42, 40, 0.5, 0.10, 0), 0.20))
                .isCloseTo(0.81, within(5e-3));
    }

    /** Expected values were computed with sixty decimal digits. */
    @ParameterizedTest
    @CsvSource({
        "CALL, 100.0, 100.0, 0.2, 7.9655674554057967",
        "CALL, 100.0, 110.0, 0.2, 4.2920109414098884",
        "PUT, 100.0, 60.0, 0.1, 2.3021227536038095e-7",
        "PUT, 100.0, 60.0, 0.09999, 2.2954765289299259e-7",
        "CALL, 100.0, 300.0, 0.1, 3.4529165077419023e-28",
        "CALL, 100.0, 3000.0, 0.1, 1.1898576532113279e-253",
        "PUT, 100.0, 99.99, 1e-05, 7.4361826469981787e-28",
        "PUT, 100.0, 99.98, 1e-05, 1.3158909610500772e-93",
        "CALL, 100.0, 100.001, 1.4e-05, 0.00019523847692207741",
        "CALL, 100.0, 100.03, 1.4e-05, 2.5227098156686389e-106",
        "CALL, 100000.0, 90000.0, 0.3, 17012.879901849712",
        "PUT, 100000.0, 90000.0, 11.0, 89999.996397139661",
        "CALL, 100.0, 400.0, 3.0, 75.084000731212167",
        "PUT, 100.0, 50.0, 0.05, 1.340421039964295e-44",
        "CALL, 100.0, 101.0, 0.004, 0.00083719738046209199",
        "CALL, 100.0, 160.0, 1.5, 43.871879557543868",
        "PUT, 0.25, 0.125, 0.7, 0.010105119974205871"
    })
    void smallPricesKeepTheirDigits(Right right, double forward, double strike, double deviation, double expected) {
        // A logarithm of forward over strike that is off by one unit moves the price by the square of the deviations.
        double deviations = Math.log(forward / strike) / deviation;
        assertThat(BlackScholes.forwardPrice(right, forward, strike, deviation))
                .isCloseTo(expected, within((2e-14 + 4e-16 * deviations * deviations) * expected));
    }

    @ParameterizedTest
    @CsvSource({"CALL, 110, 10, 1", "CALL, 90, 0, 0", "PUT, 110, 0, 0", "PUT, 90, 10, -1", "CALL, 100, 0, 0.5"})
    void whatIsLeftAtExpiry(Right right, double spot, double price, double delta) {
        EuropeanOption expired = new EuropeanOption(right, spot, 100, 0, 0.05, 0.01);
        assertThat(BlackScholes.price(expired, 0.3)).isEqualTo(price);
        Greeks greeks = BlackScholes.greeks(expired, 0.3);
        assertThat(greeks.delta()).isCloseTo(delta, within(0.0));
        assertThat(greeks.gamma()).isZero();
        assertThat(greeks.vega()).isZero();
        assertThat(greeks.rho()).isCloseTo(0, within(0.0));
    }

    @Test
    void withoutVolatilityTheForwardIsWhatComes() {
        EuropeanOption call = new EuropeanOption(Right.CALL, 100, 100, 2, 0.05, 0.01);
        assertThat(BlackScholes.price(call, 0)).isCloseTo(100 * Math.exp(-0.02) - 100 * Math.exp(-0.10), within(1e-13));
        assertThat(BlackScholes.greeks(call, 0).delta()).isCloseTo(Math.exp(-0.02), within(1e-15));
    }

    @Test
    void coinPricesAreValuesOverTheForward() {
        EuropeanOption call = EuropeanOption.onForward(Right.CALL, 40_000, 42_000, 30 / 365.0, 0);
        assertThat(BlackScholes.coinPrice(call, 0.65)).isEqualTo(BlackScholes.price(call, 0.65) / 40_000);
    }

    @Test
    void greeksComeInPointsAndDaysToo() {
        Greeks greeks = new Greeks(0.5, 0.01, 20, -36.5, 30);
        assertThat(greeks.vegaPerPoint()).isEqualTo(0.2);
        assertThat(greeks.thetaPerDay()).isEqualTo(-0.1);
    }

    @Test
    void yearsHave365Days() {
        assertThat(EuropeanOption.years(1_000, 1_000 + 73 * 86_400_000L)).isEqualTo(0.2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesVolatilitiesThatAreNone(double volatility) {
        EuropeanOption call = new EuropeanOption(Right.CALL, 100, 100, 1, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BlackScholes.price(call, volatility))
                .withMessageContaining(String.valueOf(volatility));
        assertThatIllegalArgumentException().isThrownBy(() -> BlackScholes.greeks(call, volatility));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 1, 0.0, 0.0",
        "100, -1, 1, 0.0, 0.0",
        "100, NaN, 1, 0.0, 0.0",
        "100, 100, -0.1, 0.0, 0.0",
        "100, 100, NaN, 0.0, 0.0",
        "100, 100, 1, NaN, 0.0",
        "100, 100, 5, 500, 0.0",
        "100, 100, 5, 0.0, 500"
    })
    void refusesOptionsThatAreNone(double spot, double strike, double years, double rate, double dividend) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EuropeanOption(Right.CALL, spot, strike, years, rate, dividend));
    }
}
