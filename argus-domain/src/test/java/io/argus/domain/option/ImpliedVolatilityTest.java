package io.argus.domain.option;

import io.argus.domain.option.ImpliedVolatility.Absent;
import io.argus.domain.option.ImpliedVolatility.Found;
import io.argus.domain.option.ImpliedVolatility.Reason;
import io.argus.domain.option.OptionContract.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ImpliedVolatilityTest {

    /** J. C. Hull, Options, Futures, and Other Derivatives, the example of implied volatility: about 23.5 %. */
    @Test
    void theTextbookExample() {
        EuropeanOption call = new EuropeanOption(Right.CALL, 21, 20, 0.25, 0.10, 0);
        assertThat(ImpliedVolatility.of(call, 1.875).find().orElseThrow()).isCloseTo(0.235, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "CALL, 110, 10, BELOW_INTRINSIC",
        "CALL, 110, 9.99, BELOW_INTRINSIC",
        "PUT, 90, 10, BELOW_INTRINSIC",
        "PUT, 90, 3, BELOW_INTRINSIC",
        "CALL, 90, 90, ABOVE_BOUND",
        "CALL, 110, 200, ABOVE_BOUND",
        "PUT, 90, 100, ABOVE_BOUND",
        "CALL, 100, 0, NO_PRICE",
        "CALL, 100, -1, NO_PRICE",
        "PUT, 100, NaN, NO_PRICE",
        "PUT, 100, Infinity, NO_PRICE",
    })
    void pricesThatNoVolatilityExplainsSayWhy(Right right, double forward, double price, Reason reason) {
        EuropeanOption option = EuropeanOption.onForward(right, forward, 100, 0.5, 0);
        assertThat(ImpliedVolatility.of(option, price)).isEqualTo(new Absent(reason));
        assertThat(ImpliedVolatility.of(option, price).find()).isEmpty();
    }

    @Test
    void anExpiredOptionHasNone() {
        EuropeanOption expired = EuropeanOption.onForward(Right.CALL, 100, 100, 0, 0);
        assertThat(ImpliedVolatility.of(expired, 1)).isEqualTo(new Absent(Reason.EXPIRED));
    }

    @Test
    void theSolverAnswersForItsLastAttempt() {
        VolatilitySolver solver = new VolatilitySolver();
        assertThat(solver.reason()).contains(Reason.NO_PRICE);
        assertThat(solver.trySolve(Right.PUT, 100, 90, 0.25, 0.8)).isTrue();
        assertThat(solver.reason()).isEmpty();
        assertThat(new Found(solver.volatility()))
                .isEqualTo(ImpliedVolatility.of(EuropeanOption.onForward(Right.PUT, 100, 90, 0.25, 0), 0.8));
        assertThat(solver.trySolve(Right.PUT, 100, 90, 0.25, 95)).isFalse();
        assertThat(solver.reason()).contains(Reason.ABOVE_BOUND);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(solver::volatility)
                .withMessageContaining("ABOVE_BOUND");
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "-1, 100", "NaN, 100", "100, 0", "100, Infinity", "Infinity, 100"})
    void aForwardAndAStrikeAreNeeded(double forward, double strike) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VolatilitySolver().trySolve(Right.CALL, forward, strike, 1, 1));
    }
}
