package io.argus.replay.account;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/**
 * Marks options at what they could be closed for: longs at the bid, shorts at the ask. Where that side is missing the
 * last such mark stays; a short is never marked below its intrinsic value, and options of one expiry never beyond the
 * most that they can lose or pay at it.
 */
public final class ConservativeMarks {

    private final AssetTable assets;
    private final Account account;
    /** What longs were last quoted at that are marked otherwise, as their group can lose or win no more. */
    private final Map<Integer, Double> lastQuoted = new HashMap<>();

    private long marks;
    private long stale;

    public ConservativeMarks(AssetTable assets, Account account) {
        this.assets = assets;
        this.account = account;
    }

    /** Marks what is held of the options on an instrument. */
    public void mark(int listing, OptionChain chain) {
        if (!lastQuoted.isEmpty()) {
            lastQuoted.keySet().removeIf(asset -> account.holding(asset) == 0);
        }
        boolean any = false;
        for (int asset : account.held()) {
            if (assets.get(asset).option() && assets.get(asset).listing() == listing) {
                mark(asset, assets.get(asset), chain);
                any = true;
            }
        }
        if (any) {
            keepWithinBounds(listing);
        }
    }

    /** Share of marks for which the side to close on was missing; 0 without marks. */
    public double staleShare() {
        return marks == 0 ? 0 : (double) stale / marks;
    }

    private void mark(int index, Asset asset, OptionChain chain) {
        OptionContract contract = asset.contract().orElseThrow();
        boolean owned = account.holding(index) > 0;
        OptionalInt row = chain.findRow(contract.right(), contract.strike(), contract.expiryMs());
        marks++;
        Double last = lastQuoted.remove(index);
        if (row.isPresent() && quoted(chain, row.getAsInt(), owned)) {
            account.mark(index, owned ? chain.bid(row.getAsInt()) : chain.ask(row.getAsInt()));
        } else {
            stale++;
            account.mark(index, last == null ? account.mark(index) : last);
        }
        double underlying = chain.underlyingPrice().orElse(account.mark(asset.listing()));
        if (!owned && underlying > 0) {
            double intrinsic = contract.intrinsicValue(underlying) / (asset.inverse() ? underlying : 1);
            account.mark(index, Math.max(account.mark(index), intrinsic));
        }
    }

    private static boolean quoted(OptionChain chain, int row, boolean owned) {
        boolean offered = chain.ask(row) > 0;
        boolean crossed = offered && chain.bid(row) > chain.ask(row);
        return !crossed && (owned ? chain.bid(row) >= 0 : offered);
    }

    /** Between the worst and the best that the options of each expiry can come to. */
    private void keepWithinBounds(int listing) {
        List<OptionRisk> groups = account.options().groups();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).listing() == listing) {
                keepWithinBounds(groups.get(i));
            }
        }
    }

    private void keepWithinBounds(OptionRisk group) {
        // What is certain to be won or lost is won or lost at expiry alone.
        double missing = Math.min(0, group.worstPayoff()) - group.value();
        double excess = group.value() - Math.max(0, group.bestPayoff());
        if (!group.naked() && missing > 0 && group.unitsLong() > 0) {
            double each = missing / group.unitsLong();
            markLongs(group, asset -> account.mark(asset) + each / account.rate(asset));
        } else if (excess > 0 && group.valueLong() > 0) {
            double share = Math.max(0, 1 - excess / group.valueLong());
            markLongs(group, asset -> account.mark(asset) * share);
        }
    }

    private void markLongs(OptionRisk group, IntToDoubleFunction price) {
        for (int asset : account.held()) {
            Asset each = assets.get(asset);
            boolean meant = each.option()
                    && group.isOf(each.listing(), each.contract().orElseThrow().expiryMs())
                    && account.holding(asset) > 0;
            if (meant) {
                lastQuoted.put(asset, account.mark(asset));
                account.mark(asset, price.applyAsDouble(asset));
            }
        }
    }
}
