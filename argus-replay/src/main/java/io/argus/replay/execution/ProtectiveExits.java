package io.argus.replay.execution;

import io.argus.domain.market.BarSeries;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.Lot;
import io.argus.replay.account.Trade;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Watches the stops and targets attached to open lots. A bar or a quote that reaches both takes the stop.
 */
final class ProtectiveExits {

    private final AssetTable assets;
    private final Booking booking;
    private final FeeBook fees;
    private final QuotePricing quotes;
    private final LongSupplier orderIds;

    ProtectiveExits(AssetTable assets, Booking booking, FeeBook fees, QuotePricing quotes, LongSupplier orderIds) {
        this.assets = assets;
        this.booking = booking;
        this.fees = fees;
        this.quotes = quotes;
        this.orderIds = orderIds;
    }

    boolean watchesNothing() {
        return booking.guarded().isEmpty();
    }

    /** Exits of lots that were held when the bar began. */
    void meetBar(int instrument, Listing listing, int bar, long openedBefore) {
        if (watchesNothing() || listing.forwardFilled(bar)) {
            return;
        }
        BarSeries bars = listing.bars();
        for (Lot lot : List.copyOf(booking.guarded())) {
            if (lot.asset() != instrument || lot.id() > openedBefore) {
                continue;
            }
            Side exit = exitOf(lot);
            Protection exits = lot.protection();
            if (exits.stop().isPresent() && BarPricing.stopTouched(exits.stop().getAsDouble(), exit, bars, bar)) {
                double quote = BarPricing.stopPrice(exits.stop().getAsDouble(), exit, bars.open(bar));
                exit(lot, within(quote, exit, instrument, bars.openTime(bar)), "stop", bars.closeTime(bar));
            } else if (exits.target().isPresent()
                    && BarPricing.limitCrossed(exits.target().getAsDouble(), exit, bars, bar)) {
                double price = BarPricing.limitPrice(exits.target().getAsDouble(), exit, listing, bar);
                LegPrice.Priced at = new LegPrice.Priced(price, 0, bars.openTime(bar), LegPrice.Moment.WITHIN);
                exit(lot, at, "target", bars.closeTime(bar));
            }
        }
    }

    /** The bar that filled an entry may still run through its stop; what it does first is not known. */
    void withinEntryBar(Lot lot, LegPrice.Priced entry, BarSeries bars, int bar) {
        boolean enteredAtClose = entry.moment() == LegPrice.Moment.CLOSE;
        if (lot.protection().stop().isEmpty() || enteredAtClose) {
            return;
        }
        double stop = lot.protection().stop().getAsDouble();
        Side exit = exitOf(lot);
        if (BarPricing.stopTouched(stop, exit, bars, bar)) {
            double quote = BarPricing.stopPrice(stop, exit, entry.price());
            exit(lot, within(quote, exit, lot.asset(), bars.openTime(bar)), "stop", bars.closeTime(bar));
        }
    }

    /** Exits of options held before the snapshot was sent, on the quote that would close them. */
    void meetChain(int listing, OptionChain chain, long openedBefore) {
        if (watchesNothing()) {
            return;
        }
        for (Lot lot : List.copyOf(booking.guarded())) {
            Asset asset = assets.get(lot.asset());
            if (asset.listing() != listing || asset.contract().isEmpty() || lot.id() > openedBefore) {
                continue;
            }
            OptionContract contract = asset.contract().get();
            if (contract.expiryMs() <= chain.receivedMs() || !QuotePricing.reaches(chain, lot.openedMs())) {
                continue;
            }
            OptionalInt row = chain.findRow(contract.right(), contract.strike(), contract.expiryMs());
            if (row.isPresent()) {
                exitOnQuote(lot, chain, row.getAsInt());
            }
        }
    }

    private void exitOnQuote(Lot lot, OptionChain chain, int row) {
        Side exit = exitOf(lot);
        Protection exits = lot.protection();
        boolean stopped =
                exits.stop().isPresent() && QuotePricing.reached(exits.stop().getAsDouble(), exit, chain, row);
        boolean onTarget = exits.target().isPresent()
                && QuotePricing.targetReached(exits.target().getAsDouble(), exit, chain, row);
        if (!stopped && !onTarget) {
            return;
        }
        LegPrice quoted = quotes.quoted(exit, chain, row, fees.of(assets.get(lot.asset())), false);
        double taken = booking.taken().of(lot.asset(), exit, chain.receivedMs()) + Math.abs(lot.quantity());
        if (quoted instanceof LegPrice.Priced priced && TakenSizes.within(priced.available(), taken)) {
            exit(lot, priced, stopped ? "stop" : "target", chain.receivedMs());
        }
    }

    private LegPrice.Priced within(double quote, Side side, int instrument, long timeMs) {
        return BarPricing.worse(quote, side, fees.of(assets.get(instrument)), timeMs, LegPrice.Moment.WITHIN);
    }

    private void exit(Lot lot, LegPrice.Priced at, String reason, long knownMs) {
        int asset = lot.asset();
        double commission = fees.of(assets.get(asset))
                .commission(Math.abs(lot.quantity()), at.price(), booking.underlyingPrice(asset));
        booking.book(
                new Trade(
                        asset,
                        lot.tag(),
                        -lot.quantity(),
                        at.price(),
                        commission,
                        at.timeMs(),
                        OptionalLong.of(lot.id()),
                        OptionalLong.empty(),
                        Protection.none(),
                        reason),
                orderIds.getAsLong(),
                at.slippage(),
                knownMs);
    }

    private static Side exitOf(Lot lot) {
        return lot.quantity() > 0 ? Side.SELL : Side.BUY;
    }
}
