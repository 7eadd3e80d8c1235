package io.argus.replay.execution;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Explanation;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.execution.LegPrice.Moment;
import io.argus.research.experiment.ExecutionSettings;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The price that a snapshot's quote gives one leg: the ask and slippage for a purchase, the bid less slippage for a sale,
 * or why the quote is not to be traded on.
 */
final class QuotePricing {

    private final ExecutionSettings settings;

    QuotePricing(ExecutionSettings settings) {
        this.settings = settings;
    }

    /** Whether an order can have reached the market that the snapshot shows. */
    static boolean reaches(OptionChain chain, long submittedMs) {
        return chain.receivedMs() > submittedMs && chain.sourceMs() >= submittedMs;
    }

    LegPrice price(
            Execution execution,
            Side side,
            long submittedMs,
            OptionChain chain,
            OptionContract contract,
            Fees fees,
            boolean forced) {
        if (contract.expiryMs() <= chain.receivedMs()) {
            return new LegPrice.Refused(Reason.EXPIRED, contract.symbol() + " has expired");
        }
        if (execution == Execution.marketOnOpen() || execution == Execution.marketOnClose()) {
            return new LegPrice.Refused(Reason.NO_QUOTE, "options have no opening or closing price");
        }
        OptionalInt row = chain.findRow(contract.right(), contract.strike(), contract.expiryMs());
        LegPrice quoted = row.isEmpty()
                ? new LegPrice.Refused(Reason.NO_QUOTE, "the snapshot does not show " + contract.symbol())
                : quoted(side, chain, row.getAsInt(), fees, forced);
        if (execution instanceof Execution.Limit limit) {
            return resting(limit.timeInForceMs(), submittedMs, chain, limit(limit.price(), side, quoted));
        }
        if (execution instanceof Execution.Stop stop) {
            boolean reached = row.isPresent() && reached(stop.price(), side, chain, row.getAsInt());
            return resting(stop.timeInForceMs(), submittedMs, chain, reached ? quoted : LegPrice.Waiting.INSTANCE);
        }
        boolean unfit = forced && quoted instanceof LegPrice.Refused;
        return unfit ? LegPrice.Waiting.INSTANCE : quoted;
    }

    /** A price that a resting order can take; a quote that is not fit to trade on lets it wait. */
    private static LegPrice resting(OptionalLong timeInForceMs, long submittedMs, OptionChain chain, LegPrice price) {
        boolean expired = timeInForceMs.isPresent() && chain.receivedMs() - submittedMs >= timeInForceMs.getAsLong();
        if (expired) {
            return new LegPrice.Refused(Reason.EXPIRED, "the price was not reached in time");
        }
        return price instanceof LegPrice.Refused ? LegPrice.Waiting.INSTANCE : price;
    }

    /** At the limit or better, once the opposite quote stands there. */
    private static LegPrice limit(double limit, Side side, LegPrice quoted) {
        if (!(quoted instanceof LegPrice.Priced priced)) {
            return quoted;
        }
        double quote = priced.price() - side.sign() * priced.slippage();
        boolean crossed = side == Side.BUY ? quote <= limit : quote >= limit;
        if (!crossed) {
            return LegPrice.Waiting.INSTANCE;
        }
        double price = side == Side.BUY ? Math.min(limit, priced.price()) : Math.max(limit, priced.price());
        return new LegPrice.Priced(
                price, Math.abs(price - quote), priced.timeMs(), priced.moment(), priced.available());
    }

    /** A stop is reached when the quote that would close on it is. */
    static boolean reached(double stop, Side side, OptionChain chain, int row) {
        return side == Side.SELL ? chain.bid(row) <= stop : chain.ask(row) >= stop;
    }

    /** A target is reached when the quote that would close on it is. */
    static boolean targetReached(double target, Side side, OptionChain chain, int row) {
        return side == Side.SELL ? chain.bid(row) >= target : chain.ask(row) > 0 && chain.ask(row) <= target;
    }

    LegPrice quoted(Side side, OptionChain chain, int row, Fees fees, boolean forced) {
        double bid = chain.bid(row) > 0 ? chain.bid(row) : 0;
        double ask = chain.ask(row) > 0 ? chain.ask(row) : Double.NaN;
        if (bid > ask) {
            return new LegPrice.Refused(Reason.CROSSED, new Explanation.Quoted(bid, ask));
        }
        if (side == Side.SELL && bid == 0) {
            return new LegPrice.Refused(Reason.ZERO_BID, new Explanation.Quoted(bid, ask));
        }
        if (side == Side.BUY && Double.isNaN(ask)) {
            return new LegPrice.Refused(Reason.NO_QUOTE, new Explanation.Quoted(bid, ask));
        }
        if (!forced) {
            long age = chain.receivedMs() - chain.sourceMs();
            if (age > settings.maxQuoteAgeMs()) {
                return new LegPrice.Refused(Reason.STALE_QUOTE, "the quote is " + age + " ms old");
            }
            double spread = (ask - bid) / ((ask + bid) / 2);
            if (!(spread <= settings.maxSpread())) {
                return new LegPrice.Refused(Reason.SPREAD_WIDE, new Explanation.Quoted(bid, ask));
            }
        }
        double size = side == Side.BUY ? chain.askSize(row) : chain.bidSize(row);
        LegPrice.Priced price =
                BarPricing.worse(side == Side.BUY ? ask : bid, side, fees, chain.receivedMs(), Moment.OPEN);
        return new LegPrice.Priced(
                price.price(),
                price.slippage(),
                price.timeMs(),
                price.moment(),
                forced || Double.isNaN(size) ? Double.POSITIVE_INFINITY : size);
    }
}
