package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.audit.AuditReport;
import io.argus.replay.audit.LookAheadAudit;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.replay.volatility.IvReader;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every gate of the strategy, and one run recomputed by hand. */
class VrpCreditSpreadTest {

    private static final long DAY_MS = 86_400_000L;
    private static final long START_MS = HandMadeMarket.START_MS;
    private static final int DAYS = 60;
    private static final double NONE = Double.NaN;
    private static final StrategyCatalog CATALOG = StrategyCatalog.load(VrpCreditSpreadTest.class.getClassLoader());
    private static final Map<String, Object> PARAMETERS =
            Map.of("width", 5, "target_dte", 14, "close_dte", 2, "rv_days", 10, "min_vrp", 0.05);

    @Test
    void itTradesWhenNoGateStandsInTheWay() {
        Run run = new Market().run(PARAMETERS);
        assertThat(run.result().fills()).isNotEmpty();
        assertThat(run.gates()).containsEntry("no_rv", 10L);
        assertThat(run.gates().get("position_open")).isPositive();
    }

    @Test
    void oneRunEqualsItsRecomputationToTheCent() {
        Market market = new Market();
        market.volatility = day -> 0.35 + 0.15 * Math.sin(day / 5.0);
        Run run = market.run(PARAMETERS);
        assertThat(run.result().trades()).hasSizeGreaterThan(6);
        assertThat(run.result().rejections()).isEmpty();
        assertThat(run.result().finalEquity()).isCloseTo(10_000 + recomputed(market), within(0.005));
    }

    @Test
    void withoutAPremiumItDoesNotTrade() {
        Market market = new Market();
        market.volatility = day -> 0.16;
        Run run = market.run(PARAMETERS);
        assertThat(run.result().fills()).isEmpty();
        assertThat(run.gates().get("vrp_below_minimum")).isEqualTo(DAYS - 10);
    }

    @Test
    void volatilityOfAnotherExpiryIsNotTaken() {
        Market market = new Market();
        market.providerVolatility = NONE;
        market.broken = true;
        assertThat(market.run(PARAMETERS).gates().get("no_iv")).isEqualTo(DAYS);
    }

    @Test
    void volatilityIsSolvedFromQuotesWhereNobodyGivesIt() {
        Market market = new Market();
        market.providerVolatility = NONE;
        assertThat(market.run(PARAMETERS).result().fills()).isNotEmpty();
    }

    /** It asks the reader of the truth map, on the expiry that it would sell. */
    @Test
    void itsVolatilityIsThatOfTheTruthMap() {
        Market market = new Market();
        market.volatility = day -> 0.35 + 0.15 * Math.sin(day / 5.0);
        market.providerVolatility = NONE;
        Pack pack = market.pack();
        ChainSeries chains = pack.chains().get(0);
        IvReader reader = new IvReader(14, 0, false);
        double highest = 0;
        for (int day = 10; day < DAYS - 1; day++) {
            OptionChain chain = chains.chain(day);
            double volatility = reader.read(chain, chain.receivedMs()).find().orElseThrow();
            highest = Math.max(highest, volatility - market.realized());
        }
        assertThat(market.run(with("min_vrp", highest - 1e-9)).result().fills()).isNotEmpty();
        assertThat(market.run(with("min_vrp", highest + 1e-9)).result().fills()).isEmpty();
    }

    @Test
    void expiriesAtWhichItWouldCloseAtOnceArePassedOver() {
        Run run = new Market().run(Map.of("width", 5, "target_dte", 3, "close_dte", 2.5, "rv_days", 10));
        Map<Long, Fill> orders = new TreeMap<>();
        run.result().fills().forEach(fill -> orders.putIfAbsent(fill.orderId(), fill));
        List<Fill> entries = orders.values().stream()
                .filter(fill -> fill.side() == Side.SELL)
                .toList();
        assertThat(entries).hasSizeGreaterThan(3).allSatisfy(fill -> {
            long decidedMs = fill.timeMs() - DAY_MS;
            assertThat(OptionContract.findBySymbol(fill.symbol()).orElseThrow().expiryMs() - decidedMs)
                    .isGreaterThan(5 * DAY_MS / 2);
        });
    }

    @Test
    void marketStatesKeepItOut() {
        Market market = new Market();
        market.regime = new Regime(
                START_MS + DAY_MS,
                VolatilityRegime.HIGH,
                TrendRegime.DOWN,
                TradingCalendar.roundTheClock().sessionAt(START_MS),
                1,
                "{}");
        assertThat(market.run(with("max_vol_regime", "NORMAL")).gates().get("volatility_regime"))
                .isEqualTo(DAYS - 10);
        assertThat(market.run(with("avoid_trend", "DOWN")).gates().get("trend_regime"))
                .isEqualTo(DAYS - 10);
        assertThat(market.run(with("max_vol_regime", "HIGH")).result().fills()).isNotEmpty();
    }

    @Test
    void withoutStrikesACreditOrTermsItDoesNotTrade() {
        Market onlyOne = new Market();
        onlyOne.strikes = new double[] {95};
        assertThat(onlyOne.run(PARAMETERS).gates().get("no_strikes")).isEqualTo(DAYS - 10);
        Market dear = new Market();
        dear.halfSpread = 0.6;
        assertThat(dear.run(PARAMETERS).gates().get("no_credit")).isEqualTo(DAYS - 10);
        Market unknown = new Market();
        unknown.terms = false;
        assertThat(unknown.run(PARAMETERS).gates().get("no_option_terms")).isEqualTo(DAYS);
        Market unpriced = new Market();
        unpriced.underlyingShown = false;
        assertThat(unpriced.run(PARAMETERS).gates().get("no_underlying_price")).isEqualTo(DAYS);
    }

    @Test
    void withoutChainsItSaysSo() {
        Pack bars = HandMadeMarket.pack(
                HandMadeMarket.of("SPX", DAY_MS).flat(100).flat(101).flat(102));
        assertThat(Run.on(bars, PARAMETERS).gates()).containsEntry("no_chain", 3L);
    }

    @Test
    void aRejectedEntryIsCountedAndTriedAgain() {
        Run run = new Market().run(with("contracts", 1000));
        assertThat(run.result().fills()).isEmpty();
        assertThat(run.gates().get("order_rejected")).isGreaterThan(20);
    }

    /** On the day of the margin call its own stop is reached too; the account's order closes the spread, not a second one. */
    @Test
    void whatAMarginCallClosesItLeavesAloneAndForgets() {
        Market market = new Market();
        market.volatility = day -> day == 30 ? 6.5 : 0.4;
        market.calls = true;
        ReplaySettings settings = HandMadeMarket.settings();
        ReplayResult result = ReplayHarness.on(market.pack())
                .run(new BesideANakedCall(vrp(PARAMETERS)), settings.withExecution(naked(settings.execution())));
        List<ClosedTrade> forced = result.trades().stream()
                .filter(trade -> trade.exitReason().equals("margin_call"))
                .toList();
        assertThat(forced).as("two spreads and the call").hasSize(5);
        List<Rejection> called = result.rejections().stream()
                .filter(rejection -> rejection.reason() == Rejection.Reason.MARGIN_CALL)
                .toList();
        assertThat(called).hasSize(5).extracting(Rejection::tag).contains("", forcedTag(forced));
        assertThat(result.rejections())
                .as("nothing is closed twice")
                .extracting(Rejection::reason)
                .doesNotContain(Rejection.Reason.UNKNOWN_INSTRUMENT);
    }

    private static String forcedTag(List<ClosedTrade> forced) {
        return forced.stream()
                .map(ClosedTrade::symbol)
                .filter(symbol ->
                        OptionContract.findBySymbol(symbol).orElseThrow().strike() == 95)
                .findFirst()
                .orElseThrow();
    }

    private static ExecutionSettings naked(ExecutionSettings settings) {
        return new ExecutionSettings(
                settings.quoteSource(),
                settings.spread(),
                settings.slippage(),
                settings.commission(),
                settings.costMultiplier(),
                settings.maxQuoteAgeMs(),
                settings.maxSpread(),
                settings.marketOnCloseCutoffMs(),
                settings.initialMargin(),
                settings.maintenanceMargin(),
                true,
                settings.borrowRateAnnual());
    }

    /** The strategy, and beside it a call sold on the twelfth day that covers nothing: what brings the account down. */
    private static final class BesideANakedCall implements Strategy {

        private final Strategy strategy;
        private int calls;

        private BesideANakedCall(Strategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public List<Order> decide(MarketView market) {
            List<Order> orders = new ArrayList<>(strategy.decide(market));
            if (++calls == 24) {
                String call = new OptionContract("SPX", Right.CALL, 100, Market.expiryMs(84)).symbol();
                orders.add(Order.market(call, Side.SELL, Quantity.units(1)));
            }
            return orders;
        }

        @Override
        public void filled(Fill fill) {
            strategy.filled(fill);
        }

        @Override
        public void rejected(Rejection rejection) {
            strategy.rejected(rejection);
        }
    }

    @Test
    void itSeesNothingThatIsNotKnown() {
        AuditReport report = new LookAheadAudit(6, 42)
                .audit(
                        "VrpCreditSpread",
                        pack -> CATALOG.create(
                                "VrpCreditSpread",
                                CATALOG.complete(CATALOG.find("VrpCreditSpread").orElseThrow(), PARAMETERS)),
                        new Market().pack(),
                        HandMadeMarket.settings());
        assertThat(report.leaks()).isEmpty();
        assertThat(report.fills()).isPositive();
    }

    @Test
    void itTellsTheMostThatAContractCanLose() {
        Run run = new Market().run(PARAMETERS);
        double smallestCredit = smallestCredit(run.result());
        assertThat(run.strategy().maxLossPerContract().orElseThrow())
                .isCloseTo(100 * 5 + 2 * 2 * 0.65 - 100 * smallestCredit, within(1e-9));
    }

    private static double smallestCredit(ReplayResult result) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < result.fills().size(); i += 2) {
            boolean entry = result.fills().get(i).side().sign() < 0;
            if (entry) {
                smallest = Math.min(
                        smallest,
                        result.fills().get(i).price()
                                - result.fills().get(i + 1).price());
            }
        }
        return smallest;
    }

    /** The rule again, on the market's own formulas, with one position at a time for each weekly expiry. */
    private static double recomputed(Market market) {
        double profit = 0;
        Map<Integer, double[]> open = new HashMap<>();
        for (int day = 0; day + 1 < DAYS; day++) {
            for (Map.Entry<Integer, double[]> held : List.copyOf(open.entrySet())) {
                int expiry = held.getKey();
                double[] spread = held.getValue();
                double debit = market.ask(day, spread[0], expiry) - market.bid(day, spread[1], expiry);
                boolean out = expiry - day <= 2 || debit <= 0.5 * spread[2] || debit >= 2 * spread[2];
                if (out && day >= spread[3]) {
                    double paid = market.ask(day + 1, spread[0], expiry) + 0.02;
                    double received = Math.max(0, market.bid(day + 1, spread[1], expiry) - 0.02);
                    profit += 100 * (spread[2] - paid + received) - 4 * 0.65;
                    spread[4] = 1;
                }
            }
            int target = market.expiryNearest(day, 14);
            boolean free = !open.containsKey(target);
            if (day >= 10 && free && market.volatility.applyAsDouble(day) - market.realized() > 0.05) {
                double sold = market.strikeNearestDelta(day, target, -0.2);
                double credit =
                        market.bid(day + 1, sold, target) - 0.02 - (market.ask(day + 1, sold - 5, target) + 0.02);
                open.put(target, new double[] {sold, sold - 5, credit, day + 1, 0});
            }
            open.values().removeIf(spread -> spread[4] == 1);
        }
        for (Map.Entry<Integer, double[]> left : open.entrySet()) {
            double[] spread = left.getValue();
            double debit =
                    market.ask(DAYS - 1, spread[0], left.getKey()) - market.bid(DAYS - 1, spread[1], left.getKey());
            profit += 100 * (spread[2] - debit) - 2 * 0.65;
        }
        return profit;
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> parameters = new HashMap<>(PARAMETERS);
        parameters.put(name, value);
        return parameters;
    }

    private static Strategy vrp(Map<String, Object> given) {
        return CATALOG.create(
                "VrpCreditSpread",
                CATALOG.complete(CATALOG.find("VrpCreditSpread").orElseThrow(), given));
    }

    private record Run(ReplayResult result, Strategy strategy) {

        static Run on(Pack pack, Map<String, Object> given) {
            Strategy strategy = vrp(given);
            return new Run(ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings()), strategy);
        }

        Map<String, Long> gates() {
            Map<String, Long> counts = new HashMap<>();
            strategy.gates().forEach((GateCount gate) -> counts.put(gate.gate(), gate.count()));
            return counts;
        }
    }

    /** Daily closes that swing by one hundredth around 100, and a snapshot a minute after each with weekly expiries. */
    private static final class Market {

        private static final int FIRST_EXPIRY = 7;

        private double[] strikes = {70, 75, 80, 85, 90, 95, 100, 105, 110};
        private IntToDoubleFunction volatility = day -> 0.4;
        private double providerVolatility = 1;
        private double halfSpread = 0.02;
        private boolean broken;
        private boolean calls;
        private boolean terms = true;
        private boolean underlyingShown = true;
        private Regime regime = new Regime(
                START_MS + DAY_MS,
                VolatilityRegime.LOW,
                TrendRegime.RANGE,
                TradingCalendar.roundTheClock().sessionAt(START_MS),
                1,
                "{}");

        Run run(Map<String, Object> given) {
            return Run.on(pack(), given);
        }

        private Pack pack() {
            BarSeries.Builder bars = BarSeries.builder("SPX", DAY_MS);
            ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
            for (int day = 0; day < DAYS; day++) {
                long open = START_MS + day * DAY_MS;
                double close = close(day);
                bars.add(open, open + DAY_MS, close, close, close, close, 1);
                chains.snapshot(
                        open + DAY_MS + 60_000,
                        open + DAY_MS + 60_000,
                        underlyingShown ? close : NONE,
                        0.9,
                        OptionalLong.of(1));
                for (int expiry = FIRST_EXPIRY; expiry < DAYS + 28; expiry += 7) {
                    if (expiry > day) {
                        quotes(chains, day, expiry);
                    }
                    if (expiry > day && calls) {
                        call(chains, day, expiry);
                    }
                }
            }
            Pack.Builder pack = Pack.builder()
                    .instrument(Instrument.spot("SPX", TradingCalendar.roundTheClock()))
                    .bars(List.of(bars.build()))
                    .chains(List.of(chains.build()))
                    .regimes(List.of(new RegimeSeries("SPX", List.of(regime))));
            if (terms) {
                pack.instrument(new Instrument(
                        "SPX",
                        new ContractSpec(
                                ContractSpec.Kind.OPTION, ContractSpec.Payoff.LINEAR, 100, 1, List.of(), "USD", "USD"),
                        TradingCalendar.roundTheClock(),
                        FeeSchedule.US_OPTIONS));
            }
            return pack.build();
        }

        private void quotes(ChainSeries.Builder chains, int day, int expiry) {
            for (double strike : strikes) {
                double bid = broken ? 0 : bid(day, strike, expiry);
                double provided = providerVolatility * volatility.applyAsDouble(day);
                double delta = delta(day, strike, expiry);
                chains.quote(
                        Right.PUT,
                        strike,
                        expiryMs(expiry),
                        bid,
                        ask(day, strike, expiry),
                        NONE,
                        NONE,
                        provided,
                        delta,
                        NONE,
                        NONE,
                        NONE);
            }
        }

        private void call(ChainSeries.Builder chains, int day, int expiry) {
            double bid = bid(day, 100, expiry);
            double ask = ask(day, 100, expiry);
            chains.quote(Right.CALL, 100, expiryMs(expiry), bid, ask, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        }

        private static long expiryMs(int expiry) {
            return START_MS + (expiry + 1) * DAY_MS + 60_000;
        }

        private static double close(int day) {
            return day % 2 == 0 ? 100 : 101;
        }

        double realized() {
            double step = Math.log(1.01);
            return Math.sqrt(365 * step * step);
        }

        double bid(int day, double strike, int expiry) {
            return middle(day, strike, expiry) * (1 - halfSpread);
        }

        double ask(int day, double strike, int expiry) {
            return middle(day, strike, expiry) * (1 + halfSpread);
        }

        int expiryNearest(int day, int target) {
            int nearest = 0;
            for (int expiry = FIRST_EXPIRY; expiry < DAYS + 28; expiry += 7) {
                boolean later = expiry - day > 2;
                boolean nearer = Math.abs(expiry - day - target) < Math.abs(nearest - day - target);
                nearest = later && (nearest == 0 || nearer) ? expiry : nearest;
            }
            return nearest;
        }

        double strikeNearestDelta(int day, int expiry, double wanted) {
            double nearest = strikes[0];
            for (double strike : strikes) {
                boolean quoted = bid(day, strike, expiry) > 0;
                boolean nearer =
                        Math.abs(delta(day, strike, expiry) - wanted) < Math.abs(delta(day, nearest, expiry) - wanted);
                nearest = quoted && nearer ? strike : nearest;
            }
            return nearest;
        }

        /** Not a model, only a price that falls with the strike and with time, wide enough for a credit. */
        private double middle(int day, double strike, int expiry) {
            double deviation = 100 * volatility.applyAsDouble(day) * Math.sqrt((expiry - day) / 365.0);
            double away = (close(day) - strike) / deviation;
            return deviation * 0.4 / (1 + Math.exp(1.7 * away)) * 2;
        }

        private double delta(int day, double strike, int expiry) {
            double deviation = 100 * volatility.applyAsDouble(day) * Math.sqrt((expiry - day) / 365.0);
            return -1 / (1 + Math.exp(1.7 * (close(day) - strike) / deviation));
        }
    }
}
