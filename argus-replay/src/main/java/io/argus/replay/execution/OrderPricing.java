package io.argus.replay.execution;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Asset;
import io.argus.research.experiment.ExecutionSettings;
import java.util.List;
import java.util.Optional;

/** Shows an order's legs the bars and snapshots that may price them, and says when one of them ends the order. */
final class OrderPricing {

    private final List<Listing> listings;
    private final FeeBook fees;
    private final BarPricing bars;
    private final QuotePricing quotes;

    OrderPricing(List<Listing> listings, FeeBook fees, QuotePricing quotes, ExecutionSettings settings) {
        this.listings = listings;
        this.fees = fees;
        this.quotes = quotes;
        bars = new BarPricing(settings);
    }

    /**
     * Until every leg has met a price each takes the latest, so that the legs of one order are priced as closely together
     * as the bars allow. A limit or stop that the latest does not reach has none.
     *
     * @return why the order comes to nothing; empty when it lives on
     */
    Optional<LegPrice.Refused> meetBar(WorkingOrder order, int instrument, int bar) {
        Listing listing = listings.get(instrument);
        for (int leg = 0; leg < order.legs().size(); leg++) {
            if (!order.asset(leg).isListing(instrument)) {
                continue;
            }
            Side side = order.legs().get(leg).side();
            // Once priced, a leg that waits for the others has no deadline of its own, nor has what the account closes.
            boolean due = order.awaits(leg) && !order.forced();
            LegPrice price = bars.price(
                    order.order().execution(), side, order.submittedMs(), due, listing, fees.of(order.asset(leg)), bar);
            Optional<LegPrice.Refused> end = take(order, leg, price);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /**
     * All legs on one underlying are priced from the same snapshot.
     *
     * @return why the order comes to nothing; empty when it lives on
     */
    Optional<LegPrice.Refused> meetChain(WorkingOrder order, int listing, OptionChain chain) {
        if (!QuotePricing.reaches(chain, order.submittedMs())) {
            return Optional.empty();
        }
        boolean late = isLate(order, listing, chain.sourceMs());
        for (int leg = 0; leg < order.legs().size(); leg++) {
            Asset asset = order.asset(leg);
            if (asset.listing() != listing || asset.contract().isEmpty()) {
                continue;
            }
            LegPrice price = late && order.awaits(leg)
                    ? new LegPrice.Refused(Reason.NO_QUOTE, "no snapshot by the end of the next session")
                    : quote(order, leg, chain, asset.contract().get());
            Optional<LegPrice.Refused> end = take(order, leg, price);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /** Prices every leg at the close that the decision saw. */
    Optional<LegPrice.Refused> meetSameBar(WorkingOrder order, int[] lastBar) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            int instrument = order.asset(leg).listing();
            if (lastBar[instrument] < 0) {
                return Optional.of(new LegPrice.Refused(Reason.NO_QUOTE, "no bar is known yet"));
            }
            Side side = order.legs().get(leg).side();
            Fees charged = fees.of(order.asset(leg));
            order.meet(leg, bars.sameBar(side, listings.get(instrument), charged, lastBar[instrument]));
        }
        return Optional.empty();
    }

    /**
     * Whether nothing that is still to come can price an order at the market: neither a bar that opened in time, nor a
     * snapshot that was made in time and is long on its way.
     */
    boolean waitsInVain(WorkingOrder order, long nowMs) {
        for (int leg = 0; leg < order.legs().size(); leg++) {
            Asset asset = order.asset(leg);
            long underWayMs = asset.option()
                    ? ChainSeries.CLOSING_DELAY_MS
                    : listings.get(asset.listing()).bars().durationMs();
            if (order.awaits(leg) && isLate(order, asset.listing(), nowMs - underWayMs)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an order at the market has waited so long that it ends where it has met no price. */
    private boolean isLate(WorkingOrder order, int listing, long timeMs) {
        return order.order().execution() == Execution.market()
                && !order.forced()
                && !listings.get(listing).inReach(order.submittedMs(), timeMs);
    }

    private LegPrice quote(WorkingOrder order, int leg, OptionChain chain, OptionContract contract) {
        return quotes.price(
                order.order().execution(),
                order.legs().get(leg).side(),
                order.submittedMs(),
                chain,
                contract,
                fees.of(order.asset(leg)),
                order.forced());
    }

    /** What the account closes by force waits for a better price instead of coming to nothing. */
    private static Optional<LegPrice.Refused> take(WorkingOrder order, int leg, LegPrice price) {
        if (price instanceof LegPrice.Priced priced) {
            order.meet(leg, priced);
        } else if (order.resting()) {
            order.miss(leg);
        }
        return price instanceof LegPrice.Refused refused && !order.forced() ? Optional.of(refused) : Optional.empty();
    }
}
