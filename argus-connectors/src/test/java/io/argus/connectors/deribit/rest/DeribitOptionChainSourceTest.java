package io.argus.connectors.deribit.rest;

import io.argus.domain.DataException;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeribitOptionChainSourceTest {

    private static final long RECEIVED = 1_795_000_000_456L;
    private static final long EXPIRY = Instant.parse("2026-12-04T08:00:00Z").toEpochMilli();

    private final Answering exchange = new Answering();
    private final DeribitOptionChainSource source =
            new DeribitOptionChainSource(exchange.rest, InstantSource.fixed(Instant.ofEpochMilli(RECEIVED)));

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void aWholeChainComesInOneRequest() throws InterruptedException {
        exchange.body(200, Answering.fixture("summary.json"));

        OptionChain chain = source.current("BTC-PERPETUAL");

        assertThat(exchange.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.query()).contains("currency=BTC", "kind=option"));
        assertThat(chain.underlying()).isEqualTo("BTC-PERPETUAL");
        assertThat(chain.provider()).isEqualTo("deribit");
        assertThat(chain.receivedMs()).isEqualTo(RECEIVED);
        assertThat(chain.sourceMs()).isEqualTo(1_795_000_000_125L);
        assertThat(chain.underlyingPrice()).hasValue(91180.5);
        // The combination and what has expired are not there.
        assertThat(chain.size()).isEqualTo(3);
    }

    @Test
    void volatilityIsADecimalAndAnEmptySideIsAbsent() {
        exchange.body(200, Answering.fixture("summary.json"));

        OptionChain chain = source.current("BTC-PERPETUAL");

        int call = chain.findRow(Right.CALL, 90000, EXPIRY).orElseThrow();
        assertThat(chain.impliedVolatility(call)).hasValue(0.6633);
        assertThat(chain.bid(call)).isEqualTo(0.025);
        assertThat(chain.ask(call)).isEqualTo(0.026);
        assertThat(chain.bidSize(call)).isNaN();
        assertThat(chain.delta(call)).isEmpty();
        int put = chain.findRow(Right.PUT, 40000, EXPIRY).orElseThrow();
        assertThat(chain.bid(put)).isNaN();
        assertThat(chain.ask(put)).isEqualTo(0.0002);
        int unquoted = chain.findRow(Right.CALL, 20000, EXPIRY).orElseThrow();
        assertThat(chain.bid(unquoted)).isNaN();
        assertThat(chain.ask(unquoted)).isNaN();
        assertThat(chain.impliedVolatility(unquoted)).isEmpty();
    }

    @Test
    void linearOptionsAreFoundUnderTheirCurrencyAndTheIndexIsAskedForWhereItIsMissing() throws InterruptedException {
        exchange.result("[{'instrument_name':'SOL_USDC-4DEC26-250-C','mark_iv':80,'bid_price':4.1,'ask_price':null,"
                + "'creation_timestamp':1795000000000},{'instrument_name':'XRP_USDC-4DEC26-0d625-C','mark_iv':90,"
                + "'bid_price':0.1,'creation_timestamp':1795000000000}]");
        exchange.result("{'index_price':251.25,'estimated_delivery_price':251.25}");

        OptionChain chain = source.current("SOL_USDC-PERPETUAL");

        assertThat(chain.size()).isEqualTo(1);
        assertThat(chain.underlyingPrice()).hasValue(251.25);
        assertThat(exchange.asked())
                .satisfiesExactly(
                        summary ->
                                assertThat(summary.queryParameter("currency")).isEqualTo("USDC"),
                        index -> assertThat(index.queryParameter("index_name")).isEqualTo("sol_usdc"));
    }

    @Test
    void whatHasNoOptionsIsSaid() {
        exchange.result("[]");

        assertThatThrownBy(() -> source.current("DOGE-PERPETUAL"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no options on DOGE-PERPETUAL");
        assertThatThrownBy(() -> source.current("BTC")).isInstanceOf(DataException.class);
    }
}
