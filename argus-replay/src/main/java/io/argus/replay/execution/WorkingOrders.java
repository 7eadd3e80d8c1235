package io.argus.replay.execution;

import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.replay.account.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Orders that neither filled nor came to nothing, in the order of their submission, and the ids of all. */
final class WorkingOrders {

    private final ExecutionLog log;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private long ids;

    WorkingOrders(ExecutionLog log) {
        this.log = log;
    }

    long nextId() {
        return ++ids;
    }

    void add(WorkingOrder order) {
        orders.add(order);
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    int size() {
        return orders.size();
    }

    /** Whether an asset is being closed by force. */
    boolean anyForced(Asset asset) {
        return orders.stream()
                .anyMatch(order -> order.forced() && order.asset(0).equals(asset));
    }

    /** How many trade an instrument or its options. */
    int on(int listing) {
        int count = 0;
        for (WorkingOrder order : orders) {
            count += order.trades(asset -> asset.listing() == listing) ? 1 : 0;
        }
        return count;
    }

    /** Whether bars can price any leg of any of them. */
    boolean anyMeetsBars() {
        for (int i = 0; i < orders.size(); i++) {
            if (!orders.get(i).optionsAlone()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any has met a price for one of its legs. */
    boolean anyPriced() {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).anyPriced()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any has met a price for each of its legs. */
    boolean anyComplete() {
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).complete()) {
                return true;
            }
        }
        return false;
    }

    /** Keeps those of which it is true; the others have been told why they end, or have been filled. */
    void keepIf(Predicate<WorkingOrder> livesOn) {
        for (int i = 0; i < orders.size(); ) {
            if (livesOn.test(orders.get(i))) {
                i++;
            } else {
                orders.remove(i);
            }
        }
    }

    void rejectIf(Predicate<WorkingOrder> which, long nowMs, Reason reason, String detail) {
        for (int i = 0; i < orders.size(); ) {
            WorkingOrder order = orders.get(i);
            if (which.test(order)) {
                orders.remove(i);
                reject(order, nowMs, new LegPrice.Refused(reason, detail));
            } else {
                i++;
            }
        }
    }

    /** Those that trade an instrument of which new units stand for old. */
    void split(int listing, double newUnitsForOld) {
        orders.forEach(order -> order.split(listing, newUnitsForOld));
    }

    /** Says why an order came to nothing; of what the account closes by itself it is nobody's. */
    void reject(WorkingOrder order, long nowMs, LegPrice.Refused why) {
        if (!order.forced()) {
            announce(order, nowMs, why);
        }
    }

    /** The same of an order that never began to work. */
    void reject(long id, Order order, long nowMs, Reason reason, String detail) {
        log.rejected(new Rejection(id, order.tag(), nowMs, reason, detail));
    }

    /** Says that the account closes something, and why. */
    void announce(WorkingOrder order, long nowMs, LegPrice.Refused why) {
        log.rejected(new Rejection(order.id(), order.order().tag(), nowMs, why.reason(), why.explanation()));
    }
}
