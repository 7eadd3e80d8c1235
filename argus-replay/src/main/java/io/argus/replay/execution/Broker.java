package io.argus.replay.execution;

import io.argus.domain.option.OptionChain;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.replay.account.Account;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetCatalog;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.BuyingPower;
import io.argus.replay.account.Trade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.QuoteSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes orders, shows them the bars and option snapshots as they come, in the order in which a market would, and ends
 * those that cannot be. An order is one unit: every leg fills or none does, and one that is rejected leaves no trace in
 * the account. Without working orders and protected lots a bar costs nothing.
 */
public final class Broker {

    private final List<Listing> listings;
    private final AssetCatalog catalog;
    private final AssetTable assets;
    private final Account account;
    private final FeeBook fees;
    private final boolean sameBar;
    private final WorkingOrders orders;
    private final OrderPricing pricing;
    private final OrderFilling filling;
    private final Booking booking;
    private final ForcedClosing forcedClosing;
    private final ProtectiveExits exits;
    private final boolean[] expired;
    private boolean anyExpired;

    public Broker(
            List<Listing> listings,
            AssetCatalog catalog,
            AssetTable assets,
            Account account,
            ExecutionSettings settings,
            ExecutionLog log) {
        this.listings = listings;
        this.catalog = catalog;
        this.assets = assets;
        this.account = account;
        fees = new FeeBook(assets.listings(), settings);
        sameBar = settings.quoteSource() == QuoteSource.SAME_BAR;
        orders = new WorkingOrders(log);
        QuotePricing quotes = new QuotePricing(settings);
        pricing = new OrderPricing(listings, fees, quotes, settings);
        booking = new Booking(assets, account, log);
        BuyingPower buyingPower = new BuyingPower(assets, account, settings);
        forcedClosing = new ForcedClosing(orders, assets, account, buyingPower);
        filling = new OrderFilling(new Sizing(assets, account, buyingPower, fees, booking), booking, fees, orders);
        exits = new ProtectiveExits(assets, booking, fees, quotes, orders::nextId);
        expired = new boolean[listings.size()];
    }

    /** Whether no bar and no snapshot can change anything. */
    public boolean idle() {
        return orders.isEmpty() && exits.watchesNothing();
    }

    /** Orders on an instrument or its options that neither filled nor came to nothing. */
    public int pending(int listing) {
        return orders.on(listing);
    }

    /** Orders that neither filled nor came to nothing. */
    public int pending() {
        return orders.size();
    }

    /**
     * @param lastBar index of each instrument's latest known bar, -1 for none
     */
    public void submit(Order order, long nowMs, int[] lastBar) {
        long id = orders.nextId();
        Asset[] legs = new Asset[order.legs().size()];
        for (int leg = 0; leg < legs.length; leg++) {
            String symbol = order.legs().get(leg).symbol();
            Optional<Asset> known = catalog.find(symbol);
            if (known.isEmpty()) {
                orders.reject(id, order, nowMs, Reason.UNKNOWN_INSTRUMENT, "the pack has no " + symbol);
                return;
            }
            legs[leg] = known.get();
        }
        WorkingOrder accepted = new WorkingOrder(id, order, nowMs, legs, WorkingOrder.Sender.STRATEGY);
        if (hasExpired(accepted, nowMs)) {
            orders.reject(id, order, nowMs, Reason.EXPIRED, "the instrument has expired");
        } else if (sameBar && order.execution() == Execution.market() && !accepted.trades(Asset::option)) {
            fillOnSameBar(accepted, nowMs, lastBar);
        } else {
            orders.add(accepted);
        }
    }

    /** What the account closes, whatever its strategy wants. */
    public ForcedClosing forcedClosing() {
        return forcedClosing;
    }

    Fees fees(Asset asset) {
        return fees.of(asset);
    }

    /** Books what no order brought about. */
    void settle(Trade trade) {
        booking.settle(trade);
    }

    /** An instrument settled for the last time. */
    public void expire(int listing) {
        expired[listing] = true;
        anyExpired = true;
    }

    /** Orders at a price of the old units cannot stand; what others ask for, and their exits, are in new units from now on. */
    public void split(int listing, double newUnitsForOld, long nowMs) {
        orders.rejectIf(
                order -> !order.forced() && order.resting() && order.trades(asset -> asset.listing() == listing),
                nowMs,
                Reason.EXPIRED,
                "a split changed what the order's price means");
        orders.split(listing, newUnitsForOld);
    }

    /** Ends orders on what has expired. */
    public void rejectExpired(long nowMs) {
        if (!orders.isEmpty()) {
            orders.rejectIf(order -> hasExpired(order, nowMs), nowMs, Reason.EXPIRED, "the instrument has expired");
        }
    }

    /** Ends orders at the market whose prices stay away. */
    public void rejectLate(long nowMs) {
        if (!orders.isEmpty()) {
            orders.rejectIf(
                    order -> pricing.waitsInVain(order, nowMs),
                    nowMs,
                    Reason.NO_QUOTE,
                    "no price by the end of the next session");
        }
    }

    /** The data end: no close comes any more that an order waits for. What else waits is left open. */
    public void endOfData(long nowMs) {
        orders.rejectIf(
                order -> order.order().execution() == Execution.marketOnClose(),
                nowMs,
                Reason.EXPIRED,
                "the data end before a close that comes in time for it");
    }

    /**
     * Meets everything that waits with the bars that have just closed together: first what fills at their opens, then exits
     * and resting orders within them, then what fills at their closes.
     *
     * @param closing which instruments have such a bar
     * @param bar its index, by instrument
     * @param nowMs when they closed
     */
    public void meetBars(boolean[] closing, int[] bar, long nowMs) {
        if (exits.watchesNothing() && !orders.anyMeetsBars()) {
            return;
        }
        long opened = account.lotsOpened();
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                price(i, bar[i]);
            }
        }
        fillComplete(LegPrice.Moment.OPEN, bar, nowMs);
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                exits.meetBar(i, listings.get(i), bar[i], opened);
            }
        }
        fillComplete(LegPrice.Moment.WITHIN, bar, nowMs);
        fillComplete(LegPrice.Moment.CLOSE, bar, nowMs);
    }

    /** Meets orders and exits on the options of an instrument with a snapshot of them. */
    public void meetChain(int listing, OptionChain chain, int[] nextBar) {
        if (!orders.anyPriced()) {
            booking.taken().forget();
        }
        long opened = account.lotsOpened();
        orders.keepIf(order -> livesOn(order, pricing.meetChain(order, listing, chain), chain.receivedMs()));
        fillComplete(LegPrice.Moment.OPEN, nextBar, chain.receivedMs());
        exits.meetChain(listing, chain, opened);
    }

    private void price(int instrument, int bar) {
        long closedMs = listings.get(instrument).bars().closeTime(bar);
        orders.keepIf(order -> livesOn(order, pricing.meetBar(order, instrument, bar), closedMs));
    }

    private boolean livesOn(WorkingOrder order, Optional<LegPrice.Refused> end, long knownMs) {
        end.ifPresent(why -> orders.reject(order, knownMs, why));
        return end.isEmpty();
    }

    private void fillComplete(LegPrice.Moment moment, int[] bar, long nowMs) {
        if (!orders.anyComplete()) {
            return;
        }
        orders.keepIf(order -> {
            if (!order.complete() || order.moment() != moment) {
                return true;
            }
            filling.fill(order, nowMs)
                    .filter(lot -> lot.asset() < assets.listings())
                    .ifPresent(lot -> exits.withinEntryBar(
                            lot, order.price(0), listings.get(lot.asset()).bars(), bar[lot.asset()]));
            return false;
        });
    }

    private void fillOnSameBar(WorkingOrder order, long nowMs, int[] lastBar) {
        if (livesOn(order, pricing.meetSameBar(order, lastBar), nowMs)) {
            filling.fill(order, nowMs);
        }
    }

    private boolean hasExpired(WorkingOrder order, long nowMs) {
        return order.expiryMs() <= nowMs
                || (anyExpired && order.trades(asset -> !asset.option() && expired[asset.listing()]));
    }
}
