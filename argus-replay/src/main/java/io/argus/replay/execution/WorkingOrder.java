package io.argus.replay.execution;

import io.argus.domain.option.OptionContract;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.replay.account.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** An order between its submission and its end, with the prices that its legs have met so far. */
final class WorkingOrder {

    private final long id;
    private Order order;
    private final long submittedMs;
    private final Sender sender;
    private final Asset[] assets;
    private final LegPrice.Priced[] priced;
    private final long expiryMs;
    private final boolean optionsAlone;

    /** Who wants it, and what trades that it makes are put down to. */
    enum Sender {
        STRATEGY("order"),
        /** The account, which equity no longer carries. */
        MARGIN_CALL("margin_call"),
        /** The account, which passes to another strategy. */
        HAND_OVER("hand_over"),
        /** The account, which may not hold it in this market state. */
        CONFINEMENT("confinement");

        private final String reason;

        Sender(String reason) {
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /**
     * @param assets what each leg trades
     */
    WorkingOrder(long id, Order order, long submittedMs, Asset[] assets, Sender sender) {
        this.id = id;
        this.order = order;
        this.submittedMs = submittedMs;
        this.sender = sender;
        this.assets = assets;
        priced = new LegPrice.Priced[assets.length];
        expiryMs = earliestExpiry(assets);
        optionsAlone = !trades(asset -> !asset.option());
    }

    private static long earliestExpiry(Asset[] assets) {
        long earliest = Long.MAX_VALUE;
        for (Asset asset : assets) {
            Optional<OptionContract> contract = asset.contract();
            earliest = contract.isPresent() ? Math.min(earliest, contract.get().expiryMs()) : earliest;
        }
        return earliest;
    }

    long id() {
        return id;
    }

    Order order() {
        return order;
    }

    List<Leg> legs() {
        return order.legs();
    }

    /** The same order in the new units of an instrument. */
    void split(int listing, double newUnitsForOld) {
        List<Leg> legs = new ArrayList<>(order.legs());
        boolean any = false;
        for (int leg = 0; leg < assets.length; leg++) {
            if (assets[leg].isListing(listing)) {
                Leg old = legs.get(leg);
                legs.set(leg, new Leg(old.symbol(), old.side(), inNewUnits(old.quantity(), newUnitsForOld)));
                priced[leg] = awaits(leg) ? null : priced[leg].split(newUnitsForOld);
                any = true;
            }
        }
        if (any) {
            Protection exits = order.protection().split(newUnitsForOld);
            order = new Order(order.tag(), legs, order.execution(), order.closes(), exits);
        }
    }

    private static Quantity inNewUnits(Quantity quantity, double newUnitsForOld) {
        return quantity instanceof Quantity.Units units ? Quantity.units(units.units() * newUnitsForOld) : quantity;
    }

    /** When the first of its options expires; {@link Long#MAX_VALUE} without any. */
    long expiryMs() {
        return expiryMs;
    }

    /** Whether it trades nothing that bars could price. */
    boolean optionsAlone() {
        return optionsAlone;
    }

    long submittedMs() {
        return submittedMs;
    }

    Sender sender() {
        return sender;
    }

    /** Whether the account closes, not the strategy. */
    boolean forced() {
        return sender != Sender.STRATEGY;
    }

    Asset asset(int leg) {
        return assets[leg];
    }

    /** Whether any leg trades such an asset. */
    boolean trades(Predicate<Asset> what) {
        for (Asset asset : assets) {
            if (what.test(asset)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the leg has met no price so far. */
    boolean awaits(int leg) {
        return priced[leg] == null;
    }

    void meet(int leg, LegPrice.Priced price) {
        priced[leg] = price;
    }

    /** The price that the leg has met is gone. */
    void miss(int leg) {
        priced[leg] = null;
    }

    /** Whether it waits for a price of its own. */
    boolean resting() {
        return order.execution() instanceof Execution.Limit || order.execution() instanceof Execution.Stop;
    }

    /** Where the latest of its prices stands in its bar. */
    LegPrice.Moment moment() {
        LegPrice.Moment latest = LegPrice.Moment.OPEN;
        for (LegPrice.Priced price : priced) {
            latest = price.moment().compareTo(latest) > 0 ? price.moment() : latest;
        }
        return latest;
    }

    LegPrice.Priced price(int leg) {
        return priced[leg];
    }

    boolean anyPriced() {
        for (LegPrice.Priced price : priced) {
            if (price != null) {
                return true;
            }
        }
        return false;
    }

    boolean complete() {
        for (LegPrice.Priced price : priced) {
            if (price == null) {
                return false;
            }
        }
        return true;
    }
}
