package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.rest.DeribitFundingHistory;
import io.argus.connectors.deribit.rest.DeribitInstrumentSource;
import io.argus.connectors.deribit.rest.DeribitOptionChainSource;
import io.argus.connectors.deribit.rest.DeribitPriceHistory;
import io.argus.connectors.deribit.rest.DeribitRest;
import io.argus.connectors.deribit.rest.DeribitSettlementHistory;
import io.argus.connectors.deribit.rest.DeribitTradeHistory;
import io.argus.connectors.deribit.rest.DeribitVolatilityIndex;
import io.argus.connectors.deribit.rest.RetrySettings;
import io.argus.domain.ConfigException;
import io.argus.domain.ExchangeException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.InstrumentSource.Listing;
import io.argus.research.port.TradeHistory.Trades;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The adapters against the simulated exchange over real sockets, on one clock that nobody waits for. */
class DeribitSimulatorTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long PATIENCE_MS = 10_000;

    private final SimulatedTime time = new SimulatedTime("2026-11-24T12:00:00Z");
    private final SimulatedMarket market = new WaveMarket();
    private final DeribitSimulator simulator = DeribitSimulator.start(0, market, time, CreditShare.ALL);
    private final DeribitRest rest = client(CreditShare.ALL);

    /** Its pool counts a thread out a moment before the thread ends. */
    @AfterEach
    void close() throws InterruptedException {
        rest.close();
        simulator.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("argus-simulator")) {
                thread.join(PATIENCE_MS);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void everythingListedIsUnderstood() {
        Listing listing = new DeribitInstrumentSource(rest).list("BTC");

        assertThat(listing.skipped()).isEmpty();
        assertThat(listing.instruments().stream().map(each -> each.instrument().symbol()))
                .contains("BTC-PERPETUAL", "BTC-25NOV26-90000-C", "BTC-27NOV26-60000-P")
                .doesNotContain("BTC-24NOV26-90000-C");
        assertThat(listing.instruments()).hasSizeGreaterThan(150);
    }

    @Test
    void aChainIsTheMarketAtThatTime() {
        OptionChain chain = new DeribitOptionChainSource(rest, time).current("BTC-PERPETUAL");

        assertThat(chain.underlyingPrice()).hasValue(market.index("BTC", time.millis()));
        assertThat(chain.size()).isEqualTo(market.listed("BTC", time.millis()).size() - 1);
        long expiry = Instant.parse("2026-11-27T08:00:00Z").toEpochMilli();
        int row = chain.findRow(Right.PUT, 90000, expiry).orElseThrow();
        SimulatedInstrument put =
                market.find("BTC-27NOV26-90000-P", time.millis()).orElseThrow();
        assertThat(chain.impliedVolatility(row).orElseThrow())
                .isCloseTo(market.impliedVolatility(put, time.millis()).orElseThrow(), within(5.1e-5));
        assertThat(chain.bid(row)).isLessThan(market.mark(put, time.millis()));
        assertThat(chain.ask(row)).isGreaterThan(market.mark(put, time.millis()));
    }

    @Test
    void barsOfAWeekEqualTheTruth() {
        long to = time.millis() / MINUTE * MINUTE;
        long from = to - 7 * 24 * HOUR;
        SimulatedInstrument perpetual = market.find("BTC-PERPETUAL", to).orElseThrow();

        BarSeries bars = new DeribitPriceHistory(rest, time).between("BTC-PERPETUAL", MINUTE, from, to + HOUR);

        assertThat(bars.size()).isEqualTo(7 * 24 * 60);
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.openTime(i)).isEqualTo(from + i * MINUTE);
            assertThat(bars.open(i)).isEqualTo(market.mark(perpetual, bars.openTime(i)));
            assertThat(bars.close(i)).isEqualTo(market.mark(perpetual, bars.closeTime(i)));
        }
    }

    @Test
    void tradesOfADayComeOnceEach() {
        DeribitTradeHistory history = new DeribitTradeHistory(rest, time);
        long before = history.latest("BTC-PERPETUAL").lastSequence();
        time.pass(Duration.ofDays(1));

        Trades trades = history.after("BTC-PERPETUAL", before);

        assertThat(trades.trades()).hasSize((int) (trades.lastSequence() - before));
        assertThat(trades.trades().size()).isBetween(12_342, 12_344);
        assertThat(trades.trades().stream().map(MarketTrade::id)).doesNotHaveDuplicates();
        assertThat(history.after("BTC-PERPETUAL", trades.lastSequence()).trades())
                .isEmpty();
    }

    @Test
    void theVolatilityIndexIsPagedBackwards() {
        long to = time.millis() / MINUTE * MINUTE;

        BarSeries index = new DeribitVolatilityIndex(rest, time).between("BTC-DVOL", MINUTE, to - 48 * HOUR, to);

        assertThat(index.size()).isEqualTo(48 * 60);
        assertThat(index.close(0)).isBetween(0.3, 0.8);
    }

    @Test
    void fundingAndSettlementsAreThere() {
        long to = time.millis();
        List<FundingRate> funding = new DeribitFundingHistory(rest).between("BTC-PERPETUAL", to - 40 * 24 * HOUR, to);
        List<Settlement> settlements = new DeribitSettlementHistory(rest).since("BTC-PERPETUAL", to - 250 * 24 * HOUR);

        assertThat(funding).hasSize(40 * 24);
        assertThat(settlements).hasSize(250);
        assertThat(settlements.get(249).timeMs())
                .isEqualTo(Instant.parse("2026-11-24T08:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_CONNECTIONS", "WEB_PAGE", "MALFORMED_JSON"})
    void whatIsNoAnswerIsAskedForAgain(Fault fault) {
        simulator.faults().next(fault);

        assertThat(new DeribitOptionChainSource(rest, time)
                        .current("BTC-PERPETUAL")
                        .size())
                .isPositive();
        assertThat(simulator.faults().spent()).isTrue();
        assertThat(time.waited()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {10040, 10041, 11051, 13028})
    void aWindowOfErrorsIsOutlasted(int code) {
        simulator.faults().answerWith(code, time.millis() + 8_000);

        assertThat(new DeribitOptionChainSource(rest, time)
                        .current("BTC-PERPETUAL")
                        .size())
                .isPositive();
        assertThat(time.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void whatNeedsANewSessionFailsWithoutKeys() {
        simulator.faults().next(Fault.UNAUTHORIZED);

        assertThatThrownBy(() -> new DeribitOptionChainSource(rest, time).current("BTC-PERPETUAL"))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("13009");
    }

    @Test
    void anAnswerWithoutEndIsRefused() {
        simulator.faults().next(Fault.OVERSIZED);

        assertThatThrownBy(() -> new DeribitOptionChainSource(rest, time).current("BTC-PERPETUAL"))
                .isInstanceOf(ExchangeException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void settlementAtEightPassesAndWhatExpiredIsGone() {
        time.pass(Duration.between(time.instant(), Instant.parse("2026-11-25T07:59:59Z")));
        DeribitOptionChainSource chains = new DeribitOptionChainSource(rest, time);
        int before = chains.current("BTC-PERPETUAL").size();
        time.pass(Duration.ofSeconds(1));

        OptionChain after = chains.current("BTC-PERPETUAL");

        assertThat(time.millis())
                .isGreaterThanOrEqualTo(Instant.parse("2026-11-25T08:00:05Z").toEpochMilli());
        assertThat(after.size()).isGreaterThan(0).isLessThanOrEqualTo(before);
        for (int row = 0; row < after.size(); row++) {
            assertThat(after.expiryMs(row)).isGreaterThan(time.millis());
        }
    }

    /** The limits of the client and of the exchange agree: nothing is ever refused, however much is asked. */
    @Test
    void creditsAreNeverOverspent() {
        DeribitInstrumentSource instruments = new DeribitInstrumentSource(rest);
        for (int i = 0; i < 60; i++) {
            instruments.list("ETH");
        }
        assertThat(time.waited()).isBetween(Duration.ofMillis(9_900), Duration.ofSeconds(10));
    }

    /** A client that thinks it has more credits than it has is told so by 10028, and comes through all the same. */
    @Test
    void anEmptyPoolIsWaitedFor() {
        try (DeribitRest eager = client(CreditShare.ALL)) {
            for (int i = 0; i < 100; i++) {
                new DeribitFundingHistory(rest).between("BTC-PERPETUAL", 0, 1);
            }
            new DeribitFundingHistory(eager).between("BTC-PERPETUAL", 0, 1);
        }
        assertThat(time.waited()).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void aTakenPortIsSaid() {
        int port = simulator.address().http().getPort();

        assertThatThrownBy(() -> DeribitSimulator.start(port, market, time, CreditShare.ALL))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    private DeribitRest client(CreditShare share) {
        return new DeribitRest(simulator.address(), new CreditLimiter(share, time, time), time, RetrySettings.DEFAULT);
    }
}
