package io.argus.replay.execution;

import io.argus.domain.experiment.ExecutionSettings;
import io.argus.domain.experiment.QuoteSource;
import io.argus.domain.market.BarSeries;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Account;
import io.argus.replay.account.Lot;
import io.argus.replay.account.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes orders, meets them with bars, and books what fills. An order is one unit: every leg fills or none does, and one
 * that is rejected leaves no trace in the account. Without working orders and protected lots a bar costs nothing.
 */
public final class Broker {

    private final List<Listing> listings;
    private final Account account;
    private final Fees[] fees;
    private final BarPricing pricing;
    private final boolean sameBar;
    private final Sizing sizing;
    private final ExecutionLog log;
    private final List<WorkingOrder> working = new ArrayList<>();
    private final List<Lot> guarded = new ArrayList<>();
    private long orders;

    public Broker(List<Listing> listings, Account account, ExecutionSettings settings, ExecutionLog log) {
        this.listings = listings;
        this.account = account;
        this.log = log;
        fees = listings.stream()
                .map(listing -> new Fees(
                        listing.instrument().fees(), listing.instrument().spec(), settings))
                .toArray(Fees[]::new);
        pricing = new BarPricing(settings);
        sameBar = settings.quoteSource() == QuoteSource.SAME_BAR;
        sizing = new Sizing(listings, account, fees);
    }

    /** Whether any bar can change anything. */
    public boolean idle() {
        return working.isEmpty() && guarded.isEmpty();
    }

    public int pending(int instrument) {
        int count = 0;
        for (WorkingOrder order : working) {
            count += order.trades(instrument) ? 1 : 0;
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
        int[] instrument = new int[order.legs().size()];
        for (int leg = 0; leg < instrument.length; leg++) {
            instrument[leg] = indexOf(order.legs().get(leg).symbol());
            if (instrument[leg] < 0) {
                log.rejected(reject(
                        id,
                        order,
                        nowMs,
                        Reason.UNKNOWN_INSTRUMENT,
                        "the pack has no bars of " + order.legs().get(leg).symbol()));
                return;
            }
        }
        WorkingOrder accepted = new WorkingOrder(id, order, nowMs, instrument, false);
        if (sameBar && order.execution() == Execution.market()) {
            fillOnSameBar(accepted, nowMs, lastBar);
        } else {
            working.add(accepted);
        }
    }

    /** Closes everything held at the next prices. */
    public void liquidate(long nowMs) {
        working.clear();
        for (int i = 0; i < listings.size(); i++) {
            double held = account.holding(i);
            if (held != 0) {
                Side side = held > 0 ? Side.SELL : Side.BUY;
                Order close = Order.market(listings.get(i).instrument().symbol(), side, Quantity.all());
                log.rejected(
                        reject(++orders, close, nowMs, Reason.MARGIN_CALL, "equity fell below maintenance margin"));
                working.add(new WorkingOrder(orders, close, nowMs, new int[] {i}, true));
            }
        }
    }

    public boolean liquidating() {
        return working.stream().anyMatch(WorkingOrder::forced);
    }

    /**
     * Meets everything that waits with the bars that have just closed together: first what fills at their opens, then exits
     * and resting orders within them, then what fills at their closes.
     *
     * @param closing which instruments have such a bar
     * @param bar its index, by instrument
     * @param nowMs when they closed
     */
    public void meet(boolean[] closing, int[] bar, long nowMs) {
        long opened = account.lotsOpened();
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                price(i, bar[i]);
            }
        }
        fillComplete(LegPrice.Moment.OPEN, bar, nowMs);
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                triggerTargetsAndStops(i, bar[i], opened);
            }
        }
        fillComplete(LegPrice.Moment.WITHIN, bar, nowMs);
        fillComplete(LegPrice.Moment.CLOSE, bar, nowMs);
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
            if (order.instrument(leg) != instrument) {
                continue;
            }
            Listing listing = listings.get(instrument);
            Side side = order.legs().get(leg).side();
            // Once priced, a leg that waits for the others has no deadline of its own.
            long since =
                    order.awaits(leg) ? order.submittedMs() : listing.bars().openTime(bar);
            LegPrice price = pricing.price(order.order().execution(), side, since, listing, fees[instrument], bar);
            if (price instanceof LegPrice.Priced priced) {
                order.meet(leg, priced);
            } else if (price instanceof LegPrice.Refused refused && !order.forced()) {
                long knownMs = listing.bars().closeTime(bar);
                log.rejected(reject(order.id(), order.order(), knownMs, refused.reason(), refused.detail()));
                return false;
            }
        }
        return true;
    }

    private void fillComplete(LegPrice.Moment moment, int[] bar, long nowMs) {
        for (int i = 0; i < working.size(); ) {
            WorkingOrder order = working.get(i);
            if (order.complete() && order.moment() == moment) {
                working.remove(i);
                fill(order, nowMs).ifPresent(lot -> stopWithinEntryBar(lot, order.price(0), bar[lot.instrument()]));
            } else {
                i++;
            }
        }
    }

    private void fillOnSameBar(WorkingOrder order, long nowMs, int[] lastBar) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            int instrument = order.instrument(leg);
            if (lastBar[instrument] < 0) {
                log.rejected(reject(order.id(), order.order(), nowMs, Reason.NO_QUOTE, "no bar is known yet"));
                return;
            }
            Side side = order.legs().get(leg).side();
            order.meet(leg, pricing.sameBar(side, listings.get(instrument), fees[instrument], lastBar[instrument]));
        }
        fill(order, nowMs);
    }

    /** Books all legs or none; gives the lot that the last one opened. */
    private Optional<Lot> fill(WorkingOrder order, long knownMs) {
        Sizing.Sized sized = sizing.size(order);
        if (sized.refusal().isPresent()) {
            LegPrice.Refused refusal = sized.refusal().get();
            log.rejected(reject(order.id(), order.order(), knownMs, refusal.reason(), refusal.detail()));
            return Optional.empty();
        }
        Optional<Lot> opened = Optional.empty();
        for (int leg = 0; leg < order.legs().size(); leg++) {
            Leg wanted = order.legs().get(leg);
            LegPrice.Priced at = order.price(leg);
            double quantity = sized.quantity(leg);
            int instrument = order.instrument(leg);
            String reason = order.forced() ? "margin_call" : "order";
            opened = book(
                    new Trade(
                            instrument,
                            order.order().tag(),
                            wanted.side().sign() * quantity,
                            at.price(),
                            fees[instrument].commission(quantity, at.price(), 0),
                            at.timeMs(),
                            order.order().closes(),
                            order.order().protection(),
                            reason),
                    order.id(),
                    at.slippage(),
                    knownMs);
        }
        return opened;
    }

    private Optional<Lot> book(Trade trade, long orderId, double slippage, long knownMs) {
        Optional<Lot> opened = account.book(trade);
        guarded.clear();
        for (Lot lot : account.lots()) {
            if (!lot.protection().isNone()) {
                guarded.add(lot);
            }
        }
        double quantity = Math.abs(trade.quantity());
        log.filled(new Fill(
                orderId,
                trade.tag(),
                listings.get(trade.instrument()).instrument().symbol(),
                trade.quantity() > 0 ? Side.BUY : Side.SELL,
                trade.timeMs(),
                knownMs,
                quantity,
                trade.price(),
                trade.commission(),
                quantity * slippage * account.multiplier(trade.instrument())));
        return opened;
    }

    /** Exits of lots that were held when the bar began. */
    private void triggerTargetsAndStops(int instrument, int bar, long openedBefore) {
        if (guarded.isEmpty() || listings.get(instrument).forwardFilled(bar)) {
            return;
        }
        BarSeries bars = listings.get(instrument).bars();
        for (Lot lot : List.copyOf(guarded)) {
            if (lot.instrument() != instrument || lot.id() > openedBefore) {
                continue;
            }
            Side exit = lot.quantity() > 0 ? Side.SELL : Side.BUY;
            Protection exits = lot.protection();
            if (exits.stop().isPresent() && BarPricing.stopTouched(exits.stop().getAsDouble(), exit, bars, bar)) {
                double quote = BarPricing.stopPrice(exits.stop().getAsDouble(), exit, bars.open(bar));
                exit(lot, within(quote, exit, instrument, bars.openTime(bar)), "stop", bars, bar);
            } else if (exits.target().isPresent()
                    && BarPricing.limitCrossed(exits.target().getAsDouble(), exit, bars, bar)) {
                double price = BarPricing.limitPrice(exits.target().getAsDouble(), exit, bars.open(bar));
                exit(
                        lot,
                        new LegPrice.Priced(price, 0, bars.openTime(bar), LegPrice.Moment.WITHIN),
                        "target",
                        bars,
                        bar);
            }
        }
    }

    /** The bar that filled an entry may still run through its stop; what it does first is not known. */
    private void stopWithinEntryBar(Lot lot, LegPrice.Priced entry, int bar) {
        BarSeries bars = listings.get(lot.instrument()).bars();
        boolean enteredAtClose = entry.moment() == LegPrice.Moment.CLOSE;
        if (lot.protection().stop().isEmpty() || enteredAtClose) {
            return;
        }
        double stop = lot.protection().stop().getAsDouble();
        Side exit = lot.quantity() > 0 ? Side.SELL : Side.BUY;
        if (BarPricing.stopTouched(stop, exit, bars, bar)) {
            double quote = BarPricing.stopPrice(stop, exit, entry.price());
            exit(lot, within(quote, exit, lot.instrument(), bars.openTime(bar)), "stop", bars, bar);
        }
    }

    private LegPrice.Priced within(double quote, Side side, int instrument, long timeMs) {
        return BarPricing.worse(quote, side, fees[instrument], timeMs, LegPrice.Moment.WITHIN);
    }

    private void exit(Lot lot, LegPrice.Priced at, String reason, BarSeries bars, int bar) {
        double quantity = Math.abs(lot.quantity());
        int instrument = lot.instrument();
        book(
                new Trade(
                        instrument,
                        lot.tag(),
                        -lot.quantity(),
                        at.price(),
                        fees[instrument].commission(quantity, at.price(), 0),
                        at.timeMs(),
                        OptionalLong.of(lot.id()),
                        Protection.none(),
                        reason),
                ++orders,
                at.slippage(),
                bars.closeTime(bar));
    }

    private int indexOf(String symbol) {
        for (int i = 0; i < listings.size(); i++) {
            if (listings.get(i).instrument().symbol().equals(symbol)) {
                return i;
            }
        }
        return -1;
    }

    private static Rejection reject(long id, Order order, long nowMs, Reason reason, String detail) {
        return new Rejection(id, order.tag(), nowMs, reason, detail);
    }
}
