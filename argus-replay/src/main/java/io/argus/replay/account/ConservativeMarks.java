package io.argus.replay.account;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import java.util.OptionalInt;

/**
 * Marks options at what they could be closed for: longs at the bid, shorts at the ask. Where that side is missing the
 * last such mark stays; a short is never marked below its intrinsic value, and options of one expiry whose loss is
 * bounded never beyond that bound.
 */
public final class ConservativeMarks {

    private final AssetTable assets;
    private final Account account;
    private long marks;
    private long stale;

    public ConservativeMarks(AssetTable assets, Account account) {
        this.assets = assets;
        this.account = account;
    }

    /** Marks what is held of the options on an instrument. */
    public void mark(int listing, OptionChain chain) {
        boolean any = false;
        for (int asset : account.held()) {
            if (assets.get(asset).option() && assets.get(asset).listing() == listing) {
                mark(asset, assets.get(asset), chain);
                any = true;
            }
        }
        if (any) {
            boundLosses(listing);
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
        if (row.isPresent() && quoted(chain, row.getAsInt(), owned)) {
            account.mark(index, owned ? chain.bid(row.getAsInt()) : chain.ask(row.getAsInt()));
        } else {
            stale++;
        }
        double underlying = chain.underlyingPrice().orElse(account.mark(asset.listing()));
        if (!owned && underlying > 0) {
            double intrinsic = contract.intrinsicValue(underlying) / (asset.inverse() ? underlying : 1);
            account.mark(index, Math.max(account.mark(index), intrinsic));
        }
    }

    private static boolean quoted(OptionChain chain, int row, boolean owned) {
        boolean crossed = chain.bid(row) > chain.ask(row);
        return !crossed && (owned ? chain.bid(row) >= 0 : chain.ask(row) > 0);
    }

    /** Raises the longs of a group to where its loss is the worst there can be. */
    private void boundLosses(int listing) {
        OptionRisks risks = new OptionRisks();
        for (int asset : account.held()) {
            Asset each = assets.get(asset);
            if (each.option() && each.listing() == listing) {
                double units = account.holding(asset) * account.multiplier(asset);
                risks.add(each, units, account.marketValue(asset));
            }
        }
        for (int i = 0; i < risks.groups().size(); i++) {
            boundLosses(risks.groups().get(i));
        }
    }

    private void boundLosses(OptionRisk group) {
        double excess = group.worstPayoff() - group.value();
        if (!group.naked() && excess > 0 && group.unitsLong() > 0) {
            raiseLongs(group.listing(), group.expiryMs(), excess / group.unitsLong());
        }
    }

    /**
     * @param by the account's currency for each unit of the underlying
     */
    private void raiseLongs(int listing, long expiryMs, double by) {
        for (int asset : account.held()) {
            Asset each = assets.get(asset);
            boolean meant = each.option()
                    && each.listing() == listing
                    && each.contract().orElseThrow().expiryMs() == expiryMs
                    && account.holding(asset) > 0;
            if (meant) {
                account.mark(asset, account.mark(asset) + by / account.rate(asset));
            }
        }
    }
}
