package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.replay.engine.Confinement;
import io.argus.replay.engine.HandOvers;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A run that may trade in a calm market alone, which ends with its third hour. */
class ConfinementTest {

    private static final long HOUR_MS = HandMadeMarket.HOUR_MS;
    private static final Confinement CALM = Confinement.to(regime -> regime.volatility() == VolatilityRegime.LOW);

    /** As an order of its own the spread could not be closed: one leg has no bid, the other's quote is far too wide. */
    @Test
    void aSpreadIsClosedLegByLegWhateverItsQuotes() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 3; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0);
        }
        market.snapshot(110).put(95, 0.05, 0.40).put(90, 0, 0.2);
        market.snapshot(110).put(95, 0.05, 0.40).put(90, 0.01, 0.2);
        Pack pack = market.pack().withRegimes(List.of(calmUntil(HandMadeMarket.START_MS + 2 * HOUR_MS)));
        ReplayResult result = run(pack, new Scripted().at(1, OptionMarket.spread(95, 90, 1)));
        assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(0.40, 0.01);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsOnly("confinement");
        assertThat(result.open()).isEmpty();
    }

    @Test
    void whatWaitsIsWithdrawnAndOtherInstrumentsGoOn() {
        HandMadeMarket calmOne = HandMadeMarket.hourly("AAA");
        HandMadeMarket other = HandMadeMarket.hourly("BBB");
        for (int hour = 0; hour < 6; hour++) {
            calmOne.flat(100);
            other.flat(50);
        }
        RegimeSeries always = new RegimeSeries("BBB", List.of(regime(0, VolatilityRegime.LOW)));
        Pack pack = HandMadeMarket.pack(calmOne, other)
                .withRegimes(List.of(calmUntil("AAA", HandMadeMarket.START_MS + 3 * HOUR_MS), always));
        Scripted strategy = new Scripted()
                .at(
                        1,
                        Order.single("AAA", Side.BUY, Quantity.units(1), Execution.limit(90)),
                        Order.market("BBB", Side.BUY, Quantity.units(1)));
        ReplayResult result = run(pack, strategy);
        assertThat(result.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.EXPIRED);
            assertThat(rejection.timeMs()).isEqualTo(HandMadeMarket.START_MS + 3 * HOUR_MS);
        });
        assertThat(result.open())
                .singleElement()
                .satisfies(position -> assertThat(position.symbol()).isEqualTo("BBB"));
    }

    /** The put that nobody bids for waits to be closed; the future, which may go on, falls below maintenance. */
    @Test
    void whatWaitsToBeClosedKeepsNoMarginCallAway() {
        OptionMarket options = OptionMarket.listed();
        for (int hour = 0; hour < 7; hour++) {
            options.snapshot(100).put(95, hour < 2 ? 2.0 : 0, 2.2);
        }
        BarSeries.Builder bars = BarSeries.builder("FUT", HOUR_MS);
        double[] prices = {100, 100, 100, 106, 107, 107};
        for (int i = 0; i < prices.length; i++) {
            long open = HandMadeMarket.START_MS + i * HOUR_MS;
            bars.add(open, open + HOUR_MS, prices[i], prices[i], prices[i], prices[i], 1);
        }
        ContractSpec perpetual = new ContractSpec(
                ContractSpec.Kind.PERPETUAL, ContractSpec.Payoff.LINEAR, 10, 1, List.of(), "USD", "USD");
        Pack quoted = options.pack();
        Pack pack = Pack.builder()
                .instruments(Stream.of(
                                quoted.instruments(),
                                quoted.optionTerms(),
                                List.of(new Instrument(
                                        "FUT", perpetual, TradingCalendar.roundTheClock(), FeeSchedule.NONE)))
                        .flatMap(List::stream)
                        .toList())
                .bars(List.of(bars.build()))
                .chains(quoted.chains())
                .regimes(List.of(
                        calmUntil(HandMadeMarket.START_MS + 2 * HOUR_MS),
                        new RegimeSeries("FUT", List.of(regime(0, VolatilityRegime.LOW)))))
                .build();
        Scripted strategy = new Scripted()
                .at(1, Order.market(OptionMarket.put(95), Side.BUY, Quantity.units(1)))
                .at(2, Order.market("FUT", Side.SELL, Quantity.units(95)));
        ReplayResult result = run(pack, strategy);
        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Rejection.Reason.MARGIN_CALL);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("margin_call");
        assertThat(result.open())
                .singleElement()
                .satisfies(position -> assertThat(position.symbol()).isEqualTo(OptionMarket.put(95)));
    }

    private static ReplayResult run(Pack pack, Scripted strategy) {
        return ReplayHarness.on(pack)
                .run(strategy, HandMadeMarket.settings(), ReplayObserver.none(), HandOvers.none(), CALM);
    }

    private static RegimeSeries calmUntil(long endMs) {
        return calmUntil("SPX", endMs);
    }

    private static RegimeSeries calmUntil(String symbol, long endMs) {
        return new RegimeSeries(symbol, List.of(regime(0, VolatilityRegime.LOW), regime(endMs, VolatilityRegime.HIGH)));
    }

    private static Regime regime(long fromMs, VolatilityRegime volatility) {
        return new Regime(fromMs, volatility, TrendRegime.RANGE, Session.US, 1, "{}");
    }
}
