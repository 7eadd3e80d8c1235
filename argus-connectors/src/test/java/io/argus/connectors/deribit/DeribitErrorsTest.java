package io.argus.connectors.deribit;

import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeribitErrorsTest {

    @ParameterizedTest
    @ValueSource(ints = {10028, 10066, 10040, 10041, 10047, 11051, 11094, 13028, 13503, 13888})
    void whatPassesIsRetried(int code) {
        assertThat(DeribitErrors.retry(code)).isEqualTo(Retry.BACK_OFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {10000, 13009})
    void whatNeedsANewSessionAuthenticates(int code) {
        assertThat(DeribitErrors.retry(code)).isEqualTo(Retry.AUTHENTICATE);
    }

    @ParameterizedTest
    @ValueSource(ints = {11056, 13025, 10019, 13780, 12998})
    void whatSomebodyMustLookAtWaits(int code) {
        assertThat(DeribitErrors.retry(code)).isEqualTo(Retry.WAIT);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                13004, 13021, 13778, 11050, 11029, 11043, 11049, 10020, 13020, 13019, 10012, 10030, -32600, -32601,
                -32602
            })
    void whatIsWrongStaysWrong(int code) {
        assertThat(DeribitErrors.retry(code)).isEqualTo(Retry.NEVER);
    }

    @Test
    void anUnknownCodeIsNotRetried() {
        assertThat(DeribitErrors.retry(99999)).isEqualTo(Retry.NEVER);
    }

    @Test
    void anErrorSaysWhoWhatAndWhy() {
        ExchangeException error = DeribitErrors.answered("public/ticker", 13020, "instrument not found");

        assertThat(error).hasMessage("Deribit public/ticker: instrument not found (13020)");
        assertThat(error.code()).hasValue(13020);
        assertThat(error.request()).isEqualTo("public/ticker");
        assertThat(error.retry()).isEqualTo(Retry.NEVER);
    }
}
