package io.argus.replay.experiment;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Strategies that trade one after the other. Each sees the market from the start of its training on, without trading; when
 * its turn comes the account hands over, and it trades once nothing is left of what the one before held. For an instrument
 * that shows no bar by the end of its next session, as when its data have ended, nobody waits, but for bars that are longer.
 */
final class TakingTurns implements Strategy {

    private static final Strategy NOBODY = market -> List.of();
    private static final long BARS_AWAITED = 3;

    private final List<Turn> turns;
    private final Map<Integer, Strategy> training = new TreeMap<>();
    private final List<Strategy> traded = new ArrayList<>();
    private Strategy active = NOBODY;
    private boolean handingOver;
    private long handedOverMs;
    private int next;

    /**
     * A turn; it lasts until the next one.
     *
     * @param trainAfterMs what becomes known later is there to train on
     * @param fromMs the first instant at which it trades: the end of the last day to train on
     * @param strategy makes a new instance
     */
    record Turn(long trainAfterMs, long fromMs, Supplier<Strategy> strategy) {}

    TakingTurns(List<Turn> turns) {
        this.turns = List.copyOf(turns);
    }

    /** The turn of nobody. */
    static Supplier<Strategy> nobody() {
        return () -> NOBODY;
    }

    @Override
    public List<Order> decide(MarketView market) {
        long now = market.nowMs();
        for (; next < turns.size() && turns.get(next).fromMs() <= now; next++) {
            active = trained(next);
            training.remove(next);
            handingOver = true;
            handedOverMs = now;
        }
        // Trainings start in the order of the turns.
        for (int i = next; i < turns.size() && turns.get(i).trainAfterMs() < now; i++) {
            withhold(trained(i), market);
        }
        if (handingOver && !isClear(market)) {
            withhold(active, market);
            return List.of();
        }
        if (handingOver) {
            handingOver = false;
            traded.add(active);
        }
        return active.decide(market);
    }

    private Strategy trained(int turn) {
        return training.computeIfAbsent(
                turn, unused -> turns.get(turn).strategy().get());
    }

    /** Lets it decide in vain. It is told that its orders came to nothing, so that it does not wait for them. */
    private static void withhold(Strategy strategy, MarketView market) {
        for (Order order : strategy.decide(new WithoutAccount(market))) {
            strategy.rejected(new Rejection(
                    0, order.tag(), market.nowMs(), Rejection.Reason.EXPIRED, "sent while it was not its turn"));
        }
    }

    private boolean isClear(MarketView market) {
        Set<String> silent = market.instruments().stream()
                .filter(each -> isSilent(each, market))
                .map(Instrument::symbol)
                .collect(Collectors.toSet());
        return market.positions().stream().allMatch(position -> silent.contains(position.symbol()))
                && market.instruments().stream()
                        .map(Instrument::symbol)
                        .allMatch(symbol -> silent.contains(symbol) || market.pendingOrders(symbol) == 0);
    }

    private boolean isSilent(Instrument instrument, MarketView market) {
        BarHistory bars = market.bars(instrument.symbol());
        if (bars.size() == 0 || bars.closeTimeMs(0) > handedOverMs) {
            return false;
        }
        TradingCalendar calendar = instrument.calendar();
        // One bar may be under way, and give no price; then comes a break, no longer than it, and the next one.
        long barsMs = BARS_AWAITED * (bars.closeTimeMs(0) - bars.openTimeMs(0));
        return market.nowMs() >= Math.max(handedOverMs + barsMs, calendar.closeAfter(calendar.openFrom(handedOverMs)));
    }

    /** What fills during a hand-over is not of the one whose turn it is. */
    @Override
    public void filled(Fill fill) {
        if (!handingOver) {
            active.filled(fill);
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        if (!handingOver) {
            active.rejected(rejection);
        }
    }

    /** The most of any that traded; unknown where it is for one of them. */
    @Override
    public OptionalDouble maxLossPerContract() {
        List<OptionalDouble> losses = traded.stream()
                .filter(each -> each != NOBODY)
                .map(Strategy::maxLossPerContract)
                .toList();
        return losses.stream().allMatch(OptionalDouble::isPresent)
                ? losses.stream().mapToDouble(OptionalDouble::getAsDouble).max()
                : OptionalDouble.empty();
    }
}
