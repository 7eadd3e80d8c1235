package io.argus.replay.strategies;

import io.argus.domain.pack.Regime;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Buys after the close of one day of the week, when volatility and trend allow it, and holds for a fixed number of bars.
 * The day of the week is that of the market's own date.
 */
public final class DowRegimeTiming implements Strategy {

    private static final String ANY = "ANY";

    /** What keeps it from entering, in the order in which it looks. */
    private enum Gate {
        ORDER_WAITING,
        POSITION_OPEN,
        OTHER_DAY,
        VOLATILITY_REGIME,
        TREND_REGIME,
        ORDER_REJECTED
    }

    private final SpotTarget target;
    private final String day;
    private final int holdingBars;
    private final RegimeGate regimes;
    private final LongEntryGates<Gate> stopped = new LongEntryGates<>(Gate.class, Gate.ORDER_REJECTED);
    private int seen;
    private int heldBars;

    private DowRegimeTiming(SpotTarget target, Parameters parameters) {
        this.target = target;
        day = parameters.getText("day_of_week");
        holdingBars = parameters.getInteger("holding_bars");
        regimes = RegimeGate.of(parameters);
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = target.symbol(market);
        BarHistory bars = market.bars(symbol);
        if (bars.size() == seen) {
            return List.of();
        }
        seen = bars.size();
        boolean holding = market.holding(symbol) > 0;
        heldBars = holding ? heldBars + 1 : 0;
        if (market.pendingOrders(symbol) > 0) {
            return stopped.stop(Gate.ORDER_WAITING);
        }
        if (holding) {
            return heldBars >= holdingBars
                    ? List.of(Order.market(symbol, Side.SELL, Quantity.all()))
                    : stopped.stop(Gate.POSITION_OPEN);
        }
        return enter(market, symbol, bars);
    }

    @Override
    public void rejected(Rejection rejection) {
        stopped.rejected(rejection);
    }

    @Override
    public List<GateCount> gates() {
        return stopped.counts();
    }

    private List<Order> enter(MarketView market, String symbol, BarHistory bars) {
        if (!rightDay(market, symbol, bars)) {
            return stopped.stop(Gate.OTHER_DAY);
        }
        Optional<Regime> regime = market.findRegime(symbol);
        if (!regimes.calm(regime)) {
            return stopped.stop(Gate.VOLATILITY_REGIME);
        }
        if (!regimes.trendAllowed(regime)) {
            return stopped.stop(Gate.TREND_REGIME);
        }
        return List.of(stopped.entry(Order.market(symbol, Side.BUY, target.quantity())));
    }

    private boolean rightDay(MarketView market, String symbol, BarHistory bars) {
        LocalDate date = market.instrument(symbol).calendar().dateAt(bars.openTimeMs(0));
        return day.equals(ANY) || day.equals(date.getDayOfWeek().name());
    }

    /** Describes and makes {@link DowRegimeTiming}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "DowRegimeTiming",
                    "buys after one day of the week in allowed market states, holds a fixed time",
                    List.of(
                            ParameterDescriptor.text("day_of_week", "FRIDAY", days(), "day whose close it acts on"),
                            ParameterDescriptor.integer("holding_bars", 1, 1, 10_000, "bars to hold"),
                            RegimeGate.MAXIMUM_VOLATILITY,
                            RegimeGate.AVOIDED_TREND,
                            SpotTarget.SYMBOL,
                            SpotTarget.FRACTION));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new DowRegimeTiming(SpotTarget.of(parameters), parameters);
        }

        private static List<String> days() {
            return Stream.concat(
                            Stream.of(ANY), Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name))
                    .toList();
        }
    }
}
