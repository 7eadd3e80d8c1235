package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Outcome;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.testing.Markets;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.regime.RegimeDetector;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ReplaySettings;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Strategies and data that cheat are caught; those that do not, pass. */
class LookAheadAuditTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final BarSeries BARS = Markets.daily("SPX", 7, 400, 0.02);
    private static final Pack PACK = Markets.pack(NYSE, BARS)
            .withOutcomes(List.of(new OutcomeEngine(NYSE, 0).compute(BARS, 86_400)))
            .withRegimes(List.of(RegimeDetector.detect(BARS, NYSE)));
    private static final LookAheadAudit AUDIT = new LookAheadAudit(12, 42);
    private static final StrategyCatalog CATALOG = StrategyCatalog.load(LookAheadAuditTest.class.getClassLoader());

    @ParameterizedTest
    @MethodSource
    void everyBundledStrategyPasses(String name) {
        StrategyDescriptor descriptor = CATALOG.find(name).orElseThrow();
        AuditReport report = AUDIT.audit(
                name,
                pack -> CATALOG.create(name, CATALOG.complete(descriptor, Map.of())),
                PACK,
                ReplaySettings.defaults());
        assertThat(report.leaks()).isEmpty();
        assertThat(report.unverified()).isEmpty();
        assertThat(report.cuts()).hasSize(12);
        assertThat(report.marks()).isEqualTo(400);
        assertThat(report.derivedRows()).isGreaterThan(400);
        assertThat(report.passed(false)).isTrue();
    }

    static Stream<String> everyBundledStrategyPasses() {
        return CATALOG.descriptors().stream().map(StrategyDescriptor::name);
    }

    /** Every cut lies after the open of a session, at which a dividend is paid, and before its close. */
    @Test
    void whatHappensBetweenTheLastBarAndTheCutIsNoLeak() {
        List<CorporateAction> dividends = IntStream.range(1, BARS.size())
                .mapToObj(bar -> new CorporateAction("SPX", BARS.openTime(bar), 1, 0.01))
                .toList();
        Pack pack = Pack.builder()
                .instruments(PACK.instruments())
                .bars(PACK.bars())
                .events(MarketEvents.none().withActions(dividends))
                .build();
        StrategyDescriptor descriptor = CATALOG.find("BuyAndHold").orElseThrow();
        AuditReport report = AUDIT.audit(
                "BuyAndHold",
                cut -> CATALOG.create("BuyAndHold", CATALOG.complete(descriptor, Map.of())),
                pack,
                ReplaySettings.defaults());
        assertThat(report.leaks()).isEmpty();
        assertThat(report.cuts()).hasSize(12);
    }

    @Test
    void theNextCloseIsCaught() {
        AuditReport report = audit(pack -> {
            BarSeries bars = pack.bars().get(0);
            return new Timer(bar -> bar + 1 < bars.size() && bars.close(bar + 1) > bars.close(bar));
        });
        assertThat(report.leaks()).extracting(Leak::kind).contains(Leak.Kind.CUT, Leak.Kind.ALTERED);
        assertThat(report.leaks()).allSatisfy(leak -> {
            assertThat(leak.timeMs()).isLessThanOrEqualTo(leak.cutMs().orElseThrow());
            assertThat(leak.shown() + leak.instead()).contains("SPX");
            assertThat(leak.datum()).startsWith("bar of SPX that closes at ");
        });
    }

    @Test
    void theMaximumOfTheWholeSeriesIsCaught() {
        AuditReport report = audit(pack -> {
            BarSeries bars = pack.bars().get(0);
            double highest = 0;
            for (int i = 0; i < bars.size(); i++) {
                highest = Math.max(highest, bars.close(i));
            }
            double top = highest;
            return new Timer(bar -> bars.close(bar) < 0.8 * top);
        });
        assertThat(report.passed(true)).isFalse();
    }

    @Test
    void aCentredWindowIsCaught() {
        AuditReport report = audit(pack -> {
            BarSeries bars = pack.bars().get(0);
            return new Timer(bar -> {
                double sum = 0;
                int count = 0;
                for (int i = Math.max(0, bar - 5); i <= Math.min(bars.size() - 1, bar + 5); i++) {
                    sum += bars.close(i);
                    count++;
                }
                return bars.close(bar) < sum / count;
            });
        });
        assertThat(report.passed(true)).isFalse();
    }

    @Test
    void reachingBehindTheViewIsCaught() {
        AuditReport report = audit(pack -> new Strategy() {
            @Override
            public List<Order> decide(MarketView market) {
                BarSeries all = columnsBehind(market.bars("SPX"));
                int known = market.bars("SPX").size();
                boolean rises = known < all.size() && all.close(known) > all.close(known - 1);
                return rises ? List.of(Order.market("SPX", Side.BUY, Quantity.units(1))) : List.of();
            }
        });
        assertThat(report.passed(true)).isFalse();
    }

    /** The chain of a close comes a moment after it, so that between two bars there is always one. */
    @Test
    void theSnapshotThatFollowsABarIsCaught() {
        ChainSeries.Builder rows = ChainSeries.builder("SPX", "hand");
        for (int bar = 0; bar < BARS.size(); bar++) {
            rows.snapshot(BARS.closeTime(bar) + 250, BARS.closeTime(bar), 100 + bar * bar % 7, Double.NaN);
        }
        ChainSeries chains = rows.build();
        Pack pack = Pack.builder()
                .instruments(PACK.instruments())
                .instrument(Instrument.listedOption("SPX", NYSE))
                .bars(PACK.bars())
                .chains(List.of(chains))
                .build();
        AuditReport report = AUDIT.audit(
                "Cheat",
                replayed -> market -> {
                    ChainSeries all = replayed.chains().get(0);
                    int next = all.knownAt(market.nowMs());
                    boolean atBar = market.bars("SPX").closeTimeMs(0) == market.nowMs();
                    return atBar && next < all.size() && priced(all, next) % 2 == 0
                            ? List.of(Order.market("SPX", Side.BUY, Quantity.units(1)))
                            : List.of();
                },
                pack,
                ReplaySettings.defaults());
        assertThat(report.leaks()).extracting(Leak::kind).contains(Leak.Kind.CUT, Leak.Kind.ALTERED);
        assertThat(report.leaks()).allSatisfy(leak -> assertThat(leak.datum()).startsWith("chain of SPX received at "));
    }

    private static double priced(ChainSeries chains, int snapshot) {
        return Math.rint(chains.chain(snapshot).underlyingPrice().orElseThrow());
    }

    @Test
    void aBarStampedAtItsOpenIsCaught() {
        BarSeries.Builder early = BarSeries.builder("SPX", BARS.durationMs());
        for (int i = 0; i < BARS.size(); i++) {
            early.add(
                    BARS.openTime(i),
                    i == 200 ? BARS.openTime(i) + 1 : BARS.closeTime(i),
                    BARS.open(i),
                    BARS.high(i),
                    BARS.low(i),
                    BARS.close(i),
                    BARS.volume(i));
        }
        AuditReport report = AUDIT.audit(
                "idle", pack -> market -> List.of(), Markets.pack(NYSE, early.build()), ReplaySettings.defaults());
        assertThat(report.leaks()).singleElement().satisfies(leak -> {
            assertThat(leak.kind()).isEqualTo(Leak.Kind.EARLY_BAR);
            assertThat(leak.timeMs()).isEqualTo(BARS.openTime(200) + 1);
        });
    }

    @Test
    void anOutcomeThatCountsAsKnownTooEarlyIsCaught() {
        OutcomeSeries honest = PACK.outcomes().get(0);
        OutcomeSeries.Builder early = OutcomeSeries.builder("SPX", 86_400);
        for (int i = 0; i < honest.size(); i++) {
            Outcome row = honest.outcome(i);
            early.add(new Outcome(
                    row.timestampMs(),
                    row.horizonSeconds(),
                    row.closeNow(),
                    row.closeAtHorizon(),
                    row.forwardReturn(),
                    row.maxRunup(),
                    row.maxDrawdown(),
                    row.realizedVolatility(),
                    row.status(),
                    row.windowStartMs(),
                    row.windowStartMs() + 1,
                    row.barsExpected(),
                    row.barsFound()));
        }
        AuditReport report = AUDIT.audit(
                "idle",
                pack -> market -> List.of(),
                PACK.withOutcomes(List.of(early.build())),
                ReplaySettings.defaults());
        assertThat(report.leaks())
                .isNotEmpty()
                .allSatisfy(leak -> assertThat(leak.kind()).isEqualTo(Leak.Kind.DERIVED));
    }

    @Test
    void rowsThatNobodyCanRebuildFallShortUnlessTrusted() {
        RegimeSeries foreign = new RegimeSeries(
                "SPX",
                List.of(new Regime(
                        BARS.closeTime(10),
                        VolatilityRegime.SPIKE,
                        TrendRegime.DOWN,
                        NYSE.sessionAt(BARS.openTime(10)),
                        1,
                        "{}")));
        AuditReport report = AUDIT.audit(
                "idle", pack -> market -> List.of(), PACK.withRegimes(List.of(foreign)), ReplaySettings.defaults());
        assertThat(report.leaks()).isEmpty();
        assertThat(report.unverified()).singleElement().satisfies(rows -> {
            assertThat(rows.series()).isEqualTo("regimes of SPX");
            assertThat(rows.rows()).isEqualTo(1);
            assertThat(rows.firstMs()).isEqualTo(BARS.closeTime(10));
        });
        assertThat(report.passed(false)).isFalse();
        assertThat(report.passed(true)).isTrue();
    }

    @Test
    void aStrategyThatRemembersEarlierRunsIsToldApart() {
        AtomicInteger runs = new AtomicInteger();
        AuditReport report = audit(pack -> {
            int run = runs.incrementAndGet();
            return new Timer(bar -> bar % 10 < run);
        });
        assertThat(report.leaks())
                .singleElement()
                .satisfies(leak -> assertThat(leak.kind()).isEqualTo(Leak.Kind.NOT_REPRODUCIBLE));
    }

    private static AuditReport audit(Function<Pack, Strategy> maker) {
        return AUDIT.audit("Cheat", maker, PACK, ReplaySettings.defaults());
    }

    private static BarSeries columnsBehind(BarHistory history) {
        try {
            Field field = history.getClass().getDeclaredField("bars");
            field.setAccessible(true);
            return (BarSeries) field.get(history);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Long while a rule over the index of the latest bar says so. */
    private record Timer(IntPredicate rule) implements Strategy {

        @Override
        public List<Order> decide(MarketView market) {
            boolean wanted = rule.test(market.bars("SPX").size() - 1);
            List<Order> orders = new ArrayList<>();
            if (wanted && market.holding("SPX") == 0) {
                orders.add(Order.market("SPX", Side.BUY, Quantity.units(1)));
            } else if (!wanted && market.holding("SPX") > 0) {
                orders.add(Order.market("SPX", Side.SELL, Quantity.all()));
            }
            return orders;
        }
    }
}
