package io.argus.replay.execution;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.execution.LegPrice.Moment;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.QuoteSource;
import java.util.OptionalLong;

/**
 * The price that a bar gives an order. A bar that opened before the order was submitted gives none, and neither does one
 * that only repeats the bar before it.
 */
final class BarPricing {

    private final ExecutionSettings settings;

    BarPricing(ExecutionSettings settings) {
        this.settings = settings;
    }

    /**
     * @param due whether the order comes to nothing where the price that it asks for did not come in time; a limit or stop
     *     does by its time in force alone
     */
    LegPrice price(Execution execution, Side side, long submittedMs, boolean due, Listing listing, Fees fees, int bar) {
        BarSeries bars = listing.bars();
        if (bars.openTime(bar) < submittedMs) {
            return LegPrice.Waiting.INSTANCE;
        }
        if (execution instanceof Execution.Limit limit) {
            return limit(limit, side, submittedMs, listing, bar);
        }
        if (execution instanceof Execution.Stop stop) {
            return stop(stop, side, submittedMs, listing, fees, bar);
        }
        if (execution == Execution.marketOnOpen()) {
            LegPrice price = marketOnOpen(side, submittedMs, listing, fees, bar);
            return price instanceof LegPrice.Refused && !due ? LegPrice.Waiting.INSTANCE : price;
        }
        if (execution == Execution.marketOnClose()) {
            return marketOnClose(side, submittedMs, listing, fees, bar);
        }
        if (due && pastDeadline(submittedMs, listing, bar)) {
            return new LegPrice.Refused(
                    Reason.NO_QUOTE, "no bar within two bar lengths or by the next session's first bar");
        }
        return market(side, listing, fees, bar);
    }

    /** The close that the decision saw: what {@link QuoteSource#SAME_BAR} asks for. */
    LegPrice.Priced sameBar(Side side, Listing listing, Fees fees, int bar) {
        return worse(listing.bars().close(bar), side, fees, listing.bars().closeTime(bar), Moment.CLOSE);
    }

    /** A stop's price in a bar: the stop, or the open where the bar opens beyond it. */
    static double stopPrice(double stop, Side side, double open) {
        return side == Side.SELL ? Math.min(open, stop) : Math.max(open, stop);
    }

    /** A limit's price in a bar: the limit, or the open where that is better; an open not believed may lie anywhere in it. */
    static double limitPrice(double limit, Side side, Listing listing, int bar) {
        BarSeries bars = listing.bars();
        boolean trusted = listing.openTrusted(bar);
        return side == Side.BUY
                ? Math.min(trusted ? bars.open(bar) : bars.high(bar), limit)
                : Math.max(trusted ? bars.open(bar) : bars.low(bar), limit);
    }

    static boolean stopTouched(double stop, Side side, BarSeries bars, int bar) {
        return side == Side.SELL ? bars.low(bar) <= stop : bars.high(bar) >= stop;
    }

    /** A price has to go through a limit to fill it; touching it does not show that it was our turn. */
    static boolean limitCrossed(double limit, Side side, BarSeries bars, int bar) {
        return side == Side.BUY ? bars.low(bar) < limit : bars.high(bar) > limit;
    }

    static LegPrice.Priced worse(double quote, Side side, Fees fees, long timeMs, Moment moment) {
        double slippage = fees.slippage(quote);
        // A sale never pays to be rid of the thing.
        double price = side == Side.BUY ? quote + slippage : Math.max(0, quote - slippage);
        return new LegPrice.Priced(price, Math.abs(price - quote), timeMs, moment);
    }

    private LegPrice market(Side side, Listing listing, Fees fees, int bar) {
        if (listing.forwardFilled(bar)) {
            return LegPrice.Waiting.INSTANCE;
        }
        BarSeries bars = listing.bars();
        if (settings.quoteSource().resolve(bars.durationMs()) == QuoteSource.PESSIMISTIC) {
            return worse(
                    side == Side.BUY ? bars.high(bar) : bars.low(bar), side, fees, bars.openTime(bar), Moment.WITHIN);
        }
        if (!listing.openTrusted(bar)) {
            return worse(halfSpreadFrom(bars.close(bar), side), side, fees, bars.closeTime(bar), Moment.CLOSE);
        }
        return worse(halfSpreadFrom(bars.open(bar), side), side, fees, bars.openTime(bar), Moment.OPEN);
    }

    private LegPrice marketOnOpen(Side side, long submittedMs, Listing listing, Fees fees, int bar) {
        BarSeries bars = listing.bars();
        long openTime = bars.openTime(bar);
        if (openTime <= submittedMs) {
            return LegPrice.Waiting.INSTANCE;
        }
        if (!listing.opensSession(bar)) {
            TradingCalendar calendar = listing.instrument().calendar();
            boolean missed = openTime > calendar.openFrom(submittedMs + 1);
            return missed
                    ? new LegPrice.Refused(Reason.NO_QUOTE, "no bar at the session's open")
                    : LegPrice.Waiting.INSTANCE;
        }
        if (listing.forwardFilled(bar)) {
            return new LegPrice.Refused(Reason.NO_QUOTE, "nothing traded in the session's first bar");
        }
        if (!listing.openTrusted(bar)) {
            return new LegPrice.Refused(Reason.NO_QUOTE, "the data's opens repeat the previous close");
        }
        return worse(bars.open(bar), side, fees, openTime, Moment.OPEN);
    }

    private LegPrice marketOnClose(Side side, long submittedMs, Listing listing, Fees fees, int bar) {
        BarSeries bars = listing.bars();
        boolean inTime = bars.closeTime(bar) - settings.marketOnCloseCutoffMs() >= submittedMs;
        if (!listing.closesSession(bar) || !inTime || listing.forwardFilled(bar)) {
            return LegPrice.Waiting.INSTANCE;
        }
        return worse(bars.close(bar), side, fees, bars.closeTime(bar), Moment.CLOSE);
    }

    private static LegPrice limit(Execution.Limit limit, Side side, long submittedMs, Listing listing, int bar) {
        BarSeries bars = listing.bars();
        if (expired(limit.timeInForceMs(), submittedMs, bars.openTime(bar))) {
            return new LegPrice.Refused(Reason.EXPIRED, "limit " + limit.price() + " was not reached in time");
        }
        if (listing.forwardFilled(bar) || !limitCrossed(limit.price(), side, bars, bar)) {
            return LegPrice.Waiting.INSTANCE;
        }
        double price = limitPrice(limit.price(), side, listing, bar);
        return new LegPrice.Priced(price, 0, bars.openTime(bar), Moment.WITHIN);
    }

    private static LegPrice stop(
            Execution.Stop stop, Side side, long submittedMs, Listing listing, Fees fees, int bar) {
        BarSeries bars = listing.bars();
        if (expired(stop.timeInForceMs(), submittedMs, bars.openTime(bar))) {
            return new LegPrice.Refused(Reason.EXPIRED, "stop " + stop.price() + " was not reached in time");
        }
        if (listing.forwardFilled(bar) || !stopTouched(stop.price(), side, bars, bar)) {
            return LegPrice.Waiting.INSTANCE;
        }
        double quote = stopPrice(stop.price(), side, bars.open(bar));
        return worse(quote, side, fees, bars.openTime(bar), Moment.WITHIN);
    }

    private double halfSpreadFrom(double price, Side side) {
        return price * (1 + side.sign() * settings.spread() / 2);
    }

    private static boolean expired(OptionalLong timeInForceMs, long submittedMs, long openTime) {
        return timeInForceMs.isPresent() && openTime - submittedMs >= timeInForceMs.getAsLong();
    }

    /** After two bar lengths only the next session's first bar will do, and only one that opens within that session. */
    private static boolean pastDeadline(long submittedMs, Listing listing, int bar) {
        BarSeries bars = listing.bars();
        if (bars.openTime(bar) <= submittedMs + 2 * bars.durationMs()) {
            return false;
        }
        TradingCalendar calendar = listing.instrument().calendar();
        long nextOpen = calendar.openFrom(submittedMs);
        if (bars.openTime(bar) <= nextOpen) {
            return false;
        }
        boolean first = bar == 0 || bars.openTime(bar - 1) < nextOpen;
        return !first || bars.openTime(bar) >= calendar.closeAfter(nextOpen);
    }
}
