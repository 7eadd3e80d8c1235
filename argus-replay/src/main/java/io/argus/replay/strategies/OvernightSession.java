package io.argus.replay.strategies;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import io.argus.replay.regime.GlobalRiskFlow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Holds over the break between sessions whenever the latest forward return that is known exceeds a threshold, and the
 * world's markets, where that is asked for, have not fallen too far. On daily bars it buys at the next close and sells at
 * the open after that; on shorter ones it buys within {@link EntryWindow} and sells once the horizon has passed.
 */
public final class OvernightSession implements Strategy {

    /** What keeps it from entering, in the order in which it looks. */
    private enum Gate {
        ORDER_WAITING,
        POSITION_OPEN,
        OUTSIDE_WINDOW,
        ENTERED_IN_WINDOW,
        NO_OUTCOME,
        RETURN_NOT_ABOVE_THRESHOLD,
        RISK_FLOW,
        ORDER_REJECTED
    }

    private final SpotTarget target;
    private final long horizonSeconds;
    private final double threshold;
    private final boolean gatedOnRiskFlow;
    private final double minimumRiskFlow;
    private final EntryWindow window;
    private final LongEntryGates<Gate> stopped = new LongEntryGates<>(Gate.class, Gate.ORDER_REJECTED);
    private int seen;
    private boolean shortBars;
    private String entered = "";
    private long boughtMs;

    private OvernightSession(Parameters parameters) {
        target = SpotTarget.of(parameters);
        horizonSeconds = parameters.getInteger("horizon_seconds");
        threshold = parameters.getDecimal("fwd_return_threshold");
        gatedOnRiskFlow = parameters.getFlag("gate_on_risk_flow");
        minimumRiskFlow = parameters.getDecimal("min_global_risk_flow");
        window = new EntryWindow(parameters.getInteger("entry_window_minutes"));
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = target.symbol(market);
        BarHistory bars = market.bars(symbol);
        if (bars.size() == seen) {
            return List.of();
        }
        seen = bars.size();
        TradingCalendar calendar = market.instrument(symbol).calendar();
        // Once is enough: on a half day even a bar of four hours spans the session.
        shortBars |= !spansSession(bars, calendar);
        return shortBars ? withinTheDay(market, symbol) : onDailyBars(market, symbol, calendar);
    }

    private static boolean spansSession(BarHistory bars, TradingCalendar calendar) {
        LocalDate date = calendar.dateAt(bars.openTimeMs(0));
        return calendar.isSession(date)
                && bars.openTimeMs(0) <= calendar.openMs(date)
                && bars.closeTimeMs(0) >= calendar.closeMs(date);
    }

    @Override
    public void filled(Fill fill) {
        if (fill.side() == Side.BUY) {
            boughtMs = fill.timeMs();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        stopped.rejected(rejection);
    }

    @Override
    public List<GateCount> gates() {
        return stopped.counts();
    }

    private List<Order> onDailyBars(MarketView market, String symbol, TradingCalendar calendar) {
        // Round the clock the next open is this instant, and only the one after it can be reached: one thing at a time.
        boolean neverCloses = calendar == TradingCalendar.roundTheClock();
        // On an exchange only a purchase can still wait, for the close of a session in which something trades.
        boolean waiting = market.pendingOrders(symbol) > 0;
        if (neverCloses && waiting) {
            return stopped.stop(Gate.ORDER_WAITING);
        }
        List<Order> orders = new ArrayList<>(2);
        boolean holding = market.holding(symbol) > 0;
        if (holding) {
            orders.add(Order.single(symbol, Side.SELL, Quantity.all(), Execution.marketOnOpen()));
        }
        if (waiting) {
            stopped.stop(Gate.ORDER_WAITING);
        } else if (holding && neverCloses) {
            stopped.stop(Gate.POSITION_OPEN);
        } else if (wanted(market, symbol)) {
            orders.add(stopped.entry(Order.single(symbol, Side.BUY, target.quantity(), Execution.marketOnClose())));
        }
        return orders;
    }

    private List<Order> withinTheDay(MarketView market, String symbol) {
        Optional<String> open =
                window.find(market.nowMs(), market.instrument(symbol).calendar());
        if (market.pendingOrders(symbol) > 0) {
            return stopped.stop(Gate.ORDER_WAITING);
        }
        if (market.holding(symbol) > 0) {
            boolean due = market.nowMs() - boughtMs >= horizonSeconds * 1000;
            return due ? List.of(Order.market(symbol, Side.SELL, Quantity.all())) : stopped.stop(Gate.POSITION_OPEN);
        }
        if (open.isEmpty()) {
            return stopped.stop(Gate.OUTSIDE_WINDOW);
        }
        if (open.get().equals(entered)) {
            return stopped.stop(Gate.ENTERED_IN_WINDOW);
        }
        if (!wanted(market, symbol)) {
            return List.of();
        }
        entered = open.get();
        return List.of(stopped.entry(Order.market(symbol, Side.BUY, target.quantity())));
    }

    private boolean wanted(MarketView market, String symbol) {
        Optional<Gate> obstacle = obstacle(market, symbol);
        obstacle.ifPresent(stopped::stop);
        return obstacle.isEmpty();
    }

    private Optional<Gate> obstacle(MarketView market, String symbol) {
        OutcomeHistory outcomes = market.outcomes(symbol, horizonSeconds);
        if (outcomes.size() == 0) {
            return Optional.of(Gate.NO_OUTCOME);
        }
        if (!(outcomes.forwardReturn(0) > threshold)) {
            return Optional.of(Gate.RETURN_NOT_ABOVE_THRESHOLD);
        }
        return riskAllows(market) ? Optional.empty() : Optional.of(Gate.RISK_FLOW);
    }

    /** A flow that nobody knows never blocks. */
    private boolean riskAllows(MarketView market) {
        if (!gatedOnRiskFlow) {
            return true;
        }
        OptionalDouble flow = GlobalRiskFlow.of(market);
        return flow.isEmpty() || flow.getAsDouble() >= minimumRiskFlow;
    }

    /** Describes and makes {@link OvernightSession}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "OvernightSession",
                    "holds over the break between sessions after a good one",
                    List.of(
                            ParameterDescriptor.integer(
                                    "horizon_seconds",
                                    86_400,
                                    1,
                                    31_536_000,
                                    "horizon of the outcomes it looks at; within the day also how long it holds"),
                            ParameterDescriptor.decimal(
                                    "fwd_return_threshold", "0", "-1", "1", "forward return above which it enters"),
                            ParameterDescriptor.integer(
                                    "entry_window_minutes",
                                    30,
                                    1,
                                    390,
                                    "on bars within the day: last minutes of the session, first before the open"),
                            ParameterDescriptor.flag(
                                    "gate_on_risk_flow", false, "whether the world's markets have a say"),
                            ParameterDescriptor.decimal(
                                    "min_global_risk_flow",
                                    "0",
                                    "-1",
                                    "1",
                                    "global risk flow below which it stays out"),
                            SpotTarget.SYMBOL,
                            SpotTarget.FRACTION));
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new OvernightSession(parameters);
        }
    }
}
