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
import io.argus.connectors.deribit.rest.RetrySettings;
import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.InstrumentSource.Listed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** A pack behind the simulated exchange, read through the adapters over real sockets. */
class PackMarketTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Two hours and 20 minutes into the chains, 266 days later. */
    private static final String NOW = "2026-11-23T14:20:00Z";

    private static final long DAYS_LATER = 266;

    private final Pack pack = RecordedDays.pack();
    private final SimulatedTime time = new SimulatedTime(NOW);
    private final PackMarket market = PackMarket.playing(pack, "recorded.pack", time.instant(), Optional.empty());
    private final DeribitSimulator simulator = DeribitSimulator.start(0, market, time, CreditShare.ALL);
    private final DeribitRest rest = new DeribitRest(
            simulator.address(), new CreditLimiter(CreditShare.ALL, time, time), time, RetrySettings.DEFAULT);
    private final DeribitOptionChainSource chains = new DeribitOptionChainSource(rest, time);

    @AfterEach
    void close() {
        rest.close();
        simulator.close();
    }

    @Test
    void aChainIsThePacksWholeDaysLater() {
        assertThat(market.daysLater()).isEqualTo(DAYS_LATER);
        assertThat(market.end())
                .isEqualTo(RecordedDays.END.plus(Duration.ofDays(DAYS_LATER)).plusMillis(250));

        for (int hour = 0; hour < 60; hour++) {
            OptionChain served = chains.current("ETH-PERPETUAL");
            OptionChain recorded = inForce("ETH-PERPETUAL");

            assertThat(served.underlyingPrice()).isEqualTo(recorded.underlyingPrice());
            assertSame(served, recorded);
            time.pass(Duration.ofHours(1));
        }
    }

    @Test
    void barsFundingAndSettlementsAreThePacks() {
        time.pass(Duration.ofDays(1));
        long now = time.millis();
        BarSeries bars = new DeribitPriceHistory(rest, time).between("BTC-PERPETUAL", 10 * MINUTE, now - 30 * DAY, now);
        List<FundingRate> funding = new DeribitFundingHistory(rest).between("BTC-PERPETUAL", now - 30 * DAY, now);
        List<Settlement> settlements = new DeribitSettlementHistory(rest).since("BTC-PERPETUAL", now - 30 * DAY);

        BarSeries recorded = pack.findBars("BTC-PERPETUAL").orElseThrow();
        assertThat(bars.size()).isEqualTo(recorded.knownAt(now - DAYS_LATER * DAY));
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.openTime(i)).isEqualTo(recorded.openTime(i) + DAYS_LATER * DAY);
            assertThat(bars.slice(i, i + 1).opens())
                    .isEqualTo(recorded.slice(i, i + 1).opens());
            assertThat(bars.high(i)).isEqualTo(recorded.high(i));
            assertThat(bars.low(i)).isEqualTo(recorded.low(i));
            assertThat(bars.close(i)).isEqualTo(recorded.close(i));
            assertThat(bars.volume(i)).isEqualTo(recorded.volume(i));
        }
        assertThat(funding).hasSize(24 + 15);
        assertThat(funding)
                .extracting(FundingRate::rate)
                .isEqualTo(pack.events().funding().stream()
                        .filter(rate -> rate.symbol().equals("BTC-PERPETUAL"))
                        .filter(rate -> rate.timeMs() <= now - DAYS_LATER * DAY)
                        .map(FundingRate::rate)
                        .toList());
        // Of the first day the pack tells no settlement: that is the index's average before 08:00.
        assertThat(settlements).hasSize(2);
        assertThat(settlements.get(0).price()).isBetween(50_000.0, 50_500.0);
        assertThat(settlements.get(1).price()).isEqualTo(RecordedDays.SETTLED);
    }

    @Test
    void longerBarsAreMadeOfThePacksAndShorterOnesOfItsLastClose() {
        long now = time.millis();
        BarSeries recorded = pack.findBars("BTC-PERPETUAL").orElseThrow();
        DeribitPriceHistory history = new DeribitPriceHistory(rest, time);

        BarSeries hours = history.between("BTC-PERPETUAL", HOUR, now - 2 * HOUR - 20 * MINUTE, now);
        BarSeries minutes = history.between("BTC-PERPETUAL", MINUTE, now - 5 * MINUTE, now);

        int noon = 12 * 6;
        assertThat(hours.size()).isEqualTo(2);
        assertThat(hours.open(0)).isEqualTo(recorded.open(noon));
        assertThat(hours.high(0))
                .isEqualTo(Arrays.stream(recorded.slice(noon, noon + 6).highs())
                        .max()
                        .orElseThrow());
        assertThat(hours.low(0))
                .isEqualTo(Arrays.stream(recorded.slice(noon, noon + 6).lows())
                        .min()
                        .orElseThrow());
        assertThat(hours.close(0)).isEqualTo(recorded.close(noon + 5));
        assertThat(hours.volume(0))
                .isEqualTo(
                        Arrays.stream(recorded.slice(noon, noon + 6).volumes()).sum());
        int lastKnown = recorded.knownAt(now - DAYS_LATER * DAY) - 1;
        assertThat(minutes.closes())
                .containsExactly(
                        recorded.close(lastKnown - 1),
                        recorded.close(lastKnown - 1),
                        recorded.close(lastKnown - 1),
                        recorded.close(lastKnown - 1),
                        recorded.close(lastKnown));
    }

    @Test
    void termsAreThePacks() {
        List<Listed> listed = new DeribitInstrumentSource(rest).list("ETH").instruments();

        assertThat(listed).hasSizeGreaterThan(15).allSatisfy(each -> {
            ContractSpec terms = each.instrument().spec();
            Optional<Instrument> recorded = each.option().isPresent()
                    ? pack.findOptionTerms("ETH-PERPETUAL")
                    : pack.findInstrument("ETH-PERPETUAL");
            assertThat(terms).isEqualTo(recorded.orElseThrow().spec());
        });
    }

    @Test
    void tradesAreMadeUpAroundThePacksPrice() {
        DeribitTradeHistory history = new DeribitTradeHistory(rest, time);
        long before = history.latest("BTC-PERPETUAL").lastSequence();
        time.pass(Duration.ofMinutes(5));

        List<MarketTrade> trades = history.after("BTC-PERPETUAL", before).trades();

        double price = market.mark(market.find("BTC-PERPETUAL", time.millis()).orElseThrow(), time.millis());
        assertThat(trades)
                .hasSizeGreaterThan(40)
                .allSatisfy(trade -> assertThat(trade.price()).isCloseTo(price, within(0.5)));
    }

    @Test
    void whatExpiresAtEightIsGoneAndPaidWhatItSettledAt() {
        time.pass(Duration.between(time.instant(), Instant.parse("2026-11-24T07:59:59Z")));
        long before = time.millis();
        SimulatedInstrument call = market.find("BTC-24NOV26-47500-C", before).orElseThrow();
        assertThat(call.listed(before)).isTrue();
        time.pass(Duration.ofSeconds(1));

        OptionChain after = chains.current("BTC-PERPETUAL");

        assertThat(after.size()).isPositive();
        for (int row = 0; row < after.size(); row++) {
            assertThat(after.expiryMs(row)).isGreaterThan(time.millis());
        }
        assertThat(market.mark(call, time.millis())).isEqualTo((RecordedDays.SETTLED - 47_500) / RecordedDays.SETTLED);
        assertThat(market.quote(call, time.millis()).orElseThrow().ask()).isEmpty();
    }

    @Test
    void afterItsEndAPackStandsStillButForWhatExpires() {
        time.pass(Duration.between(time.instant(), market.end()));
        OptionChain atTheEnd = chains.current("BTC-PERPETUAL");
        time.pass(Duration.ofDays(3));

        assertSame(chains.current("BTC-PERPETUAL"), inForce("BTC-PERPETUAL"));
        assertThat(chains.current("BTC-PERPETUAL").underlyingPrice()).isEqualTo(atTheEnd.underlyingPrice());
        long later = Instant.parse("2026-12-18T08:00:00Z").toEpochMilli();
        assertThat(market.listed("BTC", later))
                .extracting(SimulatedInstrument::symbol)
                .containsExactly("BTC-PERPETUAL");
    }

    @Test
    void aBookIsWhatThePackQuotesAndNoMore() {
        SimulatedInstrument sized = market.listed("BTC", time.millis()).stream()
                .filter(each -> market.quote(each, time.millis())
                        .filter(quote ->
                                quote.bidSize().isPresent() && quote.bid().isPresent())
                        .isPresent())
                .findFirst()
                .orElseThrow();
        SimulatedQuote quote = market.quote(sized, time.millis()).orElseThrow();

        SimulatedBook book = SimulatedBook.of(market, sized, SimulatedBook.stepAt(time.millis()));

        assertThat(book.bids())
                .containsExactly(Map.entry(BigDecimal.valueOf(quote.bid().orElseThrow()), BigDecimal.valueOf(3.5)));
    }

    @Test
    void anOptionThatTheLastSnapshotDoesNotShowHasNoQuoteAndIsNotListed() {
        SimulatedInstrument further =
                market.find("BTC-18DEC26-45000-P", time.millis()).orElseThrow();
        long shown = time.millis();
        long notShown = shown;
        while (market.listed("BTC", notShown).contains(further)) {
            notShown += HOUR;
        }

        assertThat(market.find(further.symbol(), notShown)).isPresent();
        assertThat(market.quote(further, notShown))
                .hasValueSatisfying(quote -> assertThat(quote.bid()).isEmpty())
                .hasValueSatisfying(quote -> assertThat(quote.ask()).isEmpty());
        assertThat(market.mark(further, notShown)).isPositive();
    }

    @Test
    void whatIsListedLaterIsNotFoundBefore() {
        assertThat(market.find("BTC-18DEC26-55000-C", time.millis())).isEmpty();
        time.pass(Duration.ofDays(1));
        assertThat(market.find("BTC-18DEC26-55000-C", time.millis())).isPresent();
    }

    @Test
    void aDayOfThePackCanBeChosen() {
        LocalDate second = LocalDate.of(2026, 3, 4);

        PackMarket chosen = PackMarket.playing(pack, "recorded.pack", time.instant(), Optional.of(second));

        assertThat(chosen.daysLater()).isEqualTo(DAYS_LATER - 2);
        assertThatThrownBy(() -> PackMarket.playing(
                        pack, "recorded.pack", time.instant(), Optional.of(LocalDate.of(2026, 3, 1))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("--start")
                .hasMessageContaining("2026-03-01T14:20:00Z")
                .hasMessageContaining("2026-03-02T12:00:00.250Z");
        assertThatThrownBy(() -> PackMarket.playing(
                        pack, "recorded.pack", time.instant(), Optional.of(LocalDate.of(2026, 3, 5))))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void aPackThatDeribitCouldNotTradeIsRefusedWithTheReason() {
        Instrument perpetual = pack.findInstrument("BTC-PERPETUAL").orElseThrow();
        Instrument terms = pack.findOptionTerms("BTC-PERPETUAL").orElseThrow();
        ContractSpec linear =
                new ContractSpec(Kind.OPTION, Payoff.LINEAR, 1, 0.1, List.of(new TickSize(0, 0.0001)), "USD", "USD");
        ContractSpec noTick = new ContractSpec(Kind.OPTION, Payoff.INVERSE, 1, 0.1, List.of(), "BTC", "BTC");
        ChainSeries noon = chain("BTC-PERPETUAL", "2026-03-06T12:00:00Z");
        ChainSeries eight = chain("BTC-PERPETUAL", "2026-03-06T08:00:00Z");

        refused(pack.toBuilder().chains(List.of()).build(), "no option chains");
        refused(
                Pack.builder()
                        .instrument(Instrument.spot("SYNTHETIC", TradingCalendar.roundTheClock()))
                        .chains(List.of(chain("SYNTHETIC", "2026-03-06T08:00:00Z")))
                        .build(),
                "SYNTHETIC is no such perpetual");
        refused(
                Pack.builder().instrument(perpetual).chains(List.of(eight)).build(),
                "does not tell what one option is on BTC-PERPETUAL");
        refused(
                Pack.builder()
                        .instrument(perpetual)
                        .instrument(RecordedDays.instrument("BTC-PERPETUAL", linear))
                        .chains(List.of(eight))
                        .build(),
                "does not pay in the coin");
        refused(
                Pack.builder()
                        .instrument(perpetual)
                        .instrument(RecordedDays.instrument("BTC-PERPETUAL", noTick))
                        .chains(List.of(eight))
                        .build(),
                "lacks its tick size");
        refused(
                Pack.builder()
                        .instrument(perpetual)
                        .instrument(terms)
                        .chains(List.of(eight))
                        .build(),
                "neither bars nor a price");
        refused(pack.toBuilder().chains(List.of(noon)).build(), "expires at 12:00 UTC");
    }

    private void refused(Pack unfit, String reason) {
        assertThatThrownBy(() -> PackMarket.playing(unfit, "unfit.pack", time.instant(), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("unfit.pack: ")
                .hasMessageContaining(reason);
    }

    private static ChainSeries chain(String underlying, String expiry) {
        return ChainSeries.builder(underlying, "deribit")
                .snapshot(1_772_000_000_000L, 1_772_000_000_000L, Double.NaN, Double.NaN)
                .quote(
                        Right.CALL,
                        50_000,
                        Instant.parse(expiry).toEpochMilli(),
                        0.1,
                        0.2,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                .build();
    }

    /** The pack's own snapshot of the time that is played now. */
    private OptionChain inForce(String underlying) {
        ChainSeries series = pack.chains().stream()
                .filter(each -> each.underlying().equals(underlying))
                .findFirst()
                .orElseThrow();
        return series.chain(series.knownAt(time.millis() - DAYS_LATER * DAY) - 1);
    }

    /** The same quotes for whoever cannot see greeks and sizes, but for what has expired since. */
    private void assertSame(OptionChain served, OptionChain recorded) {
        int expired = 0;
        for (int row = 0; row < recorded.size(); row++) {
            long expiryMs = recorded.expiryMs(row) + DAYS_LATER * DAY;
            if (expiryMs <= time.millis()) {
                expired++;
                continue;
            }
            int same = served.findRow(recorded.right(row), recorded.strike(row), expiryMs)
                    .orElseThrow();
            assertThat(served.bid(same)).isEqualTo(Double.valueOf(recorded.bid(row)));
            assertThat(served.ask(same)).isEqualTo(Double.valueOf(recorded.ask(row)));
            if (recorded.impliedVolatility(row).isPresent()) {
                assertThat(served.impliedVolatility(same).orElseThrow())
                        .isCloseTo(recorded.impliedVolatility(row).getAsDouble(), within(1e-9));
            }
        }
        assertThat(served.size()).isPositive().isEqualTo(recorded.size() - expired);
    }
}
