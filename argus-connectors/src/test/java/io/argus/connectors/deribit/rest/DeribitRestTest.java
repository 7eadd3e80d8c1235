package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import io.argus.research.port.Meter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class DeribitRestTest {

    private final Answering exchange = new Answering();

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void asksByNameAndGivesTheResult() throws InterruptedException {
        exchange.result("{'a':1.0E-4}");

        JsonNode result = exchange.rest.call("public/ticker", Map.of("instrument_name", "BTC-PERPETUAL"));

        assertThat(result.path("a").decimalValue()).isEqualByComparingTo("0.0001");
        assertThat(exchange.asked().get(0).encodedPath()).isEqualTo("/api/v2/public/ticker");
        assertThat(exchange.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anErrorIsReadWhateverTheStatusAndNotRepeated() {
        exchange.error(13020);

        assertThatThrownBy(this::call)
                .hasMessage("Deribit public/ticker: some_error: because (13020)")
                .asInstanceOf(type(ExchangeException.class))
                .satisfies(error -> {
                    assertThat(error.code()).hasValue(13020);
                    assertThat(error.request()).isEqualTo("public/ticker");
                    assertThat(error.retry()).isEqualTo(Retry.NEVER);
                });
        assertThat(exchange.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatPassesIsAskedAgainAfterALongerWaitEachTime() {
        exchange.error(10041).error(11051).error(13028).result("1");

        assertThat(call().intValue()).isEqualTo(1);
        assertThat(exchange.time.waits()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            Duration wait = exchange.time.waits().get(i);
            long middle = 500L << i;
            assertThat(wait).isBetween(Duration.ofMillis(middle * 3 / 4), Duration.ofMillis(middle * 5 / 4));
        }
        assertThat(exchange.counted.events())
                .containsExactly(
                        Meter.Event.REQUEST,
                        Meter.Event.RETRY,
                        Meter.Event.REQUEST,
                        Meter.Event.RETRY,
                        Meter.Event.REQUEST,
                        Meter.Event.RETRY,
                        Meter.Event.REQUEST);
    }

    @Test
    void whatDoesNotPassInTimeFails() {
        exchange.error(10040).error(10040).error(10040).error(10040).result("1");

        assertThatThrownBy(this::call)
                .asInstanceOf(type(ExchangeException.class))
                .satisfies(error -> assertThat(error.code()).hasValue(10040));
        assertThat(exchange.server.getRequestCount()).isEqualTo(4);
    }

    /** 100 requests are paid for at once; after 10028 the pool is known to be empty, and the next waits for it. */
    @Test
    void anEmptyPoolThereEmptiesThePoolHere() {
        exchange.error(10028).result("1");
        for (int i = 0; i < 200; i++) {
            exchange.result("1");
        }

        call();
        Duration afterRetry = exchange.time.waited();
        // What came back during the wait before the retry, but for the retry's own cost, is all there is.
        long paid = afterRetry.toMillis() / 50 - 1;
        for (int i = 0; i < paid + 10; i++) {
            call();
        }
        assertThat(exchange.time.waited().minus(afterRetry).toMillis()).isBetween(9 * 50L, 11 * 50L);
        assertThat(exchange.counted.waits().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(exchange.time.waited().minus(exchange.time.waits().get(0)));
    }

    @ParameterizedTest
    @CsvSource({"429, BACK_OFF", "502, BACK_OFF", "503, BACK_OFF", "403, NEVER", "404, NEVER", "302, NEVER"})
    void aPageInsteadOfAnAnswerIsJudgedByItsStatus(int status, Retry retry) {
        for (int i = 0; i < 4; i++) {
            exchange.body(status, "<!DOCTYPE html><html><body>Sorry</body></html>");
        }

        assertThatThrownBy(this::call)
                .hasMessageContaining("HTTP status " + status)
                .asInstanceOf(type(ExchangeException.class))
                .satisfies(error -> {
                    assertThat(error.code()).isEmpty();
                    assertThat(error.retry()).isEqualTo(retry);
                });
        assertThat(exchange.server.getRequestCount()).isEqualTo(retry == Retry.NEVER ? 1 : 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<html></html>", "{\"jsonrpc\":\"2.0\",\"resu", "[1,2]", "{} {}", "null"})
    void anAnswerCutShortIsAskedForAgain(String body) {
        exchange.body(200, body).result("7");

        assertThat(call().intValue()).isEqualTo(7);
    }

    @Test
    void anAnswerWithoutResultOrErrorIsAnError() {
        exchange.body(200, "{\"jsonrpc\":\"2.0\"}");

        assertThatThrownBy(this::call)
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("neither result nor error");
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        exchange.body(200, "\"" + "x".repeat(1 << 20) + "\"");

        assertThatThrownBy(this::call)
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("more than 1048576 bytes");
        assertThat(exchange.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        for (int i = 0; i < 4; i++) {
            exchange.server.enqueue(new MockResponse.Builder()
                    .body("{\"jsonrpc\":\"2.0\",\"result\":1}")
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build());
        }

        assertThatThrownBy(this::call)
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("no answer")
                .hasCauseInstanceOf(IOException.class);
        assertThat(exchange.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void anInterruptedCallerStops() {
        exchange.error(10040).result("1");
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::call).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(exchange.server.getRequestCount()).isZero();
    }

    @Test
    void nothingIsAskedAfterTheEnd() {
        exchange.result("1");
        exchange.rest.close();

        assertThatThrownBy(this::call).isInstanceOf(CancellationException.class);
        assertThat(exchange.server.getRequestCount()).isZero();
    }

    private JsonNode call() {
        return exchange.rest.call("public/ticker", Map.of());
    }
}
