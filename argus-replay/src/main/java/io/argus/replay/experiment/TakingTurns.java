package io.argus.replay.experiment;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Strategies that trade one after the other. Each sees the market from the start of its training on, without trading; when
 * its turn comes the account hands over, and it trades once nothing is left of what the one before held.
 */
final class TakingTurns implements Strategy {

    private static final Strategy NOBODY = market -> List.of();

    private final List<Turn> turns;
    private final Map<Integer, Strategy> training = new TreeMap<>();
    private final List<Strategy> traded = new ArrayList<>();
    private Strategy active = NOBODY;
    private boolean handingOver;
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

    private static boolean isClear(MarketView market) {
        return market.positions().isEmpty()
                && market.instruments().stream().allMatch(each -> market.pendingOrders(each.symbol()) == 0);
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
