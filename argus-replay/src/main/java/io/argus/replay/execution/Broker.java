package io.argus.replay.execution;

import io.argus.domain.experiment.ExecutionSettings;
import io.argus.domain.experiment.QuoteSource;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Account;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.Lot;
import io.argus.replay.account.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Takes orders, meets them with bars and option snapshots, and books what fills. An order is one unit: every leg fills or
 * none does, and one that is rejected leaves no trace in the account. Without working orders and protected lots a bar
 * costs nothing.
 */
public final class Broker {

    private final List<Listing> listings;
    private final AssetTable assets;
    private final Account account;
    private final FeeBook fees;
    private final BarPricing bars;
    private final QuotePricing quotes;
    private final boolean sameBar;
    private final Sizing sizing;
    private final Booking booking;
    private final ProtectiveExits exits;
    private final ExecutionLog log;
    private final List<WorkingOrder> working = new ArrayList<>();
    private final boolean[] expired;
    private long orders;

    public Broker(
            List<Listing> listings, AssetTable assets, Account account, ExecutionSettings settings, ExecutionLog log) {
        this.listings = listings;
        this.assets = assets;
        this.account = account;
        this.log = log;
        fees = new FeeBook(assets, settings);
        bars = new BarPricing(settings);
        quotes = new QuotePricing(settings);
        sameBar = settings.quoteSource() == QuoteSource.SAME_BAR;
        booking = new Booking(assets, account, log);
        sizing = new Sizing(assets, account, fees, booking, settings);
        exits = new ProtectiveExits(assets, booking, fees, quotes, () -> ++orders);
        expired = new boolean[listings.size()];
    }

    /** Whether no bar and no snapshot can change anything. */
    public boolean idle() {
        return working.isEmpty() && exits.watchesNothing();
    }

    /** Orders on an instrument or its options that neither filled nor came to nothing. */
    public int pending(int listing) {
        int count = 0;
        for (WorkingOrder order : working) {
            count += trades(order, asset -> asset.listing() == listing) ? 1 : 0;
        }
        return count;
    }

    /** Orders that neither filled nor came to nothing. */
    public int pending() {
        return working.size();
    }

    /**
     * @param lastBar index of each instrument's latest known bar, -1 for none
     */
    public void submit(Order order, long nowMs, int[] lastBar) {
        long id = ++orders;
        int[] asset = new int[order.legs().size()];
        for (int leg = 0; leg < asset.length; leg++) {
            String symbol = order.legs().get(leg).symbol();
            OptionalInt known = assets.find(symbol);
            if (known.isEmpty()) {
                reject(id, order, nowMs, Reason.UNKNOWN_INSTRUMENT, "the pack has no " + symbol);
                return;
            }
            asset[leg] = known.getAsInt();
        }
        account.makeRoom();
        WorkingOrder accepted = new WorkingOrder(id, order, nowMs, asset, false);
        if (hasExpired(accepted, nowMs)) {
            reject(id, order, nowMs, Reason.EXPIRED, "the instrument has expired");
        } else if (sameBar && order.execution() == Execution.market() && onBars(accepted)) {
            fillOnSameBar(accepted, nowMs, lastBar);
        } else {
            working.add(accepted);
        }
    }

    /** Closes everything held at the next prices, and ends all that waited. */
    public void liquidate(long nowMs) {
        rejectAll(order -> true, nowMs, Reason.MARGIN_CALL, "withdrawn as equity fell below maintenance margin");
        for (int i = 0; i < assets.size(); i++) {
            double held = account.holding(i);
            if (held != 0) {
                Side side = held > 0 ? Side.SELL : Side.BUY;
                Order close = Order.market(assets.get(i).symbol(), side, Quantity.all());
                reject(++orders, close, nowMs, Reason.MARGIN_CALL, "equity fell below maintenance margin");
                working.add(new WorkingOrder(orders, close, nowMs, new int[] {i}, true));
            }
        }
    }

    public boolean liquidating() {
        return working.stream().anyMatch(WorkingOrder::forced);
    }

    Fees fees(int asset) {
        return fees.of(asset);
    }

    /** Books what no order brought about. */
    void settle(Trade trade) {
        booking.settle(trade);
    }

    /** An instrument settled for the last time. */
    public void expire(int listing) {
        expired[listing] = true;
    }

    /** Orders at a price of the old units cannot stand. */
    public void split(int listing, long nowMs) {
        rejectAll(
                order -> !order.forced()
                        && isPriced(order.order().execution())
                        && trades(order, asset -> asset.listing() == listing),
                nowMs,
                Reason.EXPIRED,
                "a split changed what the order's price means");
    }

    /** Ends orders on what has expired. */
    public void rejectExpired(long nowMs) {
        if (!working.isEmpty()) {
            rejectAll(order -> hasExpired(order, nowMs), nowMs, Reason.EXPIRED, "the instrument has expired");
        }
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
        long opened = account.lotsOpened();
        for (int i = 0; i < working.size(); ) {
            if (quoteOrReject(working.get(i), listing, chain)) {
                i++;
            } else {
                working.remove(i);
            }
        }
        fillComplete(LegPrice.Moment.OPEN, nextBar, chain.receivedMs());
        exits.meetChain(listing, chain, opened);
    }

    private void price(int instrument, int bar) {
        for (int i = 0; i < working.size(); ) {
            if (priceOrReject(working.get(i), instrument, bar)) {
                i++;
            } else {
                working.remove(i);
            }
        }
    }

    /**
     * Whether the order lives on. Until every leg has met a price each takes the latest, so that the legs of one order are
     * priced as closely together as the bars allow.
     */
    private boolean priceOrReject(WorkingOrder order, int instrument, int bar) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            if (order.asset(leg) != instrument) {
                continue;
            }
            Listing listing = listings.get(instrument);
            Side side = order.legs().get(leg).side();
            // Once priced, a leg that waits for the others has no deadline of its own.
            long since =
                    order.awaits(leg) ? order.submittedMs() : listing.bars().openTime(bar);
            LegPrice price = bars.price(order.order().execution(), side, since, listing, fees.of(instrument), bar);
            if (!take(order, leg, price, listing.bars().closeTime(bar))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the order lives on. All its legs on one underlying are priced from the same snapshot. */
    private boolean quoteOrReject(WorkingOrder order, int listing, OptionChain chain) {
        if (!QuotePricing.reaches(chain, order.submittedMs())) {
            return true;
        }
        for (int leg = 0; leg < order.legs().size(); leg++) {
            Asset asset = assets.get(order.asset(leg));
            if (asset.listing() != listing || asset.contract().isEmpty()) {
                continue;
            }
            OptionContract contract = asset.contract().get();
            boolean late = order.order().execution() == Execution.market()
                    && !order.forced()
                    && order.awaits(leg)
                    && !listings.get(listing).inReach(order.submittedMs(), chain.receivedMs());
            LegPrice price = late
                    ? new LegPrice.Refused(Reason.NO_QUOTE, "no snapshot by the end of the next session")
                    : quotes.price(
                            order.order().execution(),
                            order.legs().get(leg).side(),
                            order.submittedMs(),
                            chain,
                            contract,
                            fees.of(order.asset(leg)),
                            order.forced());
            if (!take(order, leg, price, chain.receivedMs())) {
                return false;
            }
        }
        return true;
    }

    private boolean take(WorkingOrder order, int leg, LegPrice price, long knownMs) {
        if (price instanceof LegPrice.Priced priced) {
            order.meet(leg, priced);
        } else if (price instanceof LegPrice.Refused refused && !order.forced()) {
            reject(order.id(), order.order(), knownMs, refused.reason(), refused.detail());
            return false;
        }
        return true;
    }

    private void fillComplete(LegPrice.Moment moment, int[] bar, long nowMs) {
        for (int i = 0; i < working.size(); ) {
            WorkingOrder order = working.get(i);
            if (order.complete() && order.moment() == moment) {
                working.remove(i);
                fill(order, nowMs)
                        .filter(lot -> lot.asset() < assets.listings())
                        .ifPresent(lot -> exits.withinEntryBar(
                                lot, order.price(0), listings.get(lot.asset()).bars(), bar[lot.asset()]));
            } else {
                i++;
            }
        }
    }

    private void fillOnSameBar(WorkingOrder order, long nowMs, int[] lastBar) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            int instrument = order.asset(leg);
            if (lastBar[instrument] < 0) {
                reject(order.id(), order.order(), nowMs, Reason.NO_QUOTE, "no bar is known yet");
                return;
            }
            Side side = order.legs().get(leg).side();
            order.meet(leg, bars.sameBar(side, listings.get(instrument), fees.of(instrument), lastBar[instrument]));
        }
        fill(order, nowMs);
    }

    /** Books all legs or none; gives the lot that the last one opened. */
    private Optional<Lot> fill(WorkingOrder order, long knownMs) {
        Sizing.Sized sized = sizing.size(order);
        if (sized.refusal().isPresent()) {
            LegPrice.Refused refusal = sized.refusal().get();
            reject(order.id(), order.order(), knownMs, refusal.reason(), refusal.detail());
            return Optional.empty();
        }
        Optional<Lot> opened = Optional.empty();
        for (int leg = 0; leg < order.legs().size(); leg++) {
            Leg wanted = order.legs().get(leg);
            LegPrice.Priced at = order.price(leg);
            int asset = order.asset(leg);
            double quantity = sized.quantity(leg);
            opened = booking.book(
                    new Trade(
                            asset,
                            order.order().tag(),
                            wanted.side().sign() * quantity,
                            at.price(),
                            fees.of(asset).commission(quantity, at.price(), booking.underlyingPrice(asset)),
                            at.timeMs(),
                            order.order().closes(),
                            order.order().protection(),
                            order.forced() ? "margin_call" : "order"),
                    order.id(),
                    at.slippage(),
                    knownMs);
        }
        return opened;
    }

    private boolean hasExpired(WorkingOrder order, long nowMs) {
        return trades(
                order,
                asset -> asset.contract().isPresent()
                        ? asset.contract().get().expiryMs() <= nowMs
                        : expired[asset.listing()]);
    }

    private boolean onBars(WorkingOrder order) {
        return !trades(order, Asset::option);
    }

    private boolean trades(WorkingOrder order, Predicate<Asset> what) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            if (what.test(assets.get(order.asset(leg)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPriced(Execution execution) {
        return execution instanceof Execution.Limit || execution instanceof Execution.Stop;
    }

    private void rejectAll(Predicate<WorkingOrder> which, long nowMs, Reason reason, String detail) {
        for (int i = 0; i < working.size(); ) {
            WorkingOrder order = working.get(i);
            if (which.test(order)) {
                working.remove(i);
                reject(order.id(), order.order(), nowMs, reason, detail);
            } else {
                i++;
            }
        }
    }

    private void reject(long id, Order order, long nowMs, Reason reason, String detail) {
        log.rejected(new Rejection(id, order.tag(), nowMs, reason, detail));
    }
}
