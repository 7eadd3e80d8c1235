package io.argus.replay.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers what can be held: the pack's instruments first, in their order, then option contracts as a run comes to trade
 * them. For one run.
 */
public final class AssetTable {

    private final AssetCatalog catalog;
    private final List<Asset> assets;
    private final Map<String, Integer> indices = new HashMap<>();
    private final int listings;

    public AssetTable(AssetCatalog catalog) {
        this.catalog = catalog;
        assets = new ArrayList<>(catalog.listings());
        listings = assets.size();
        for (int i = 0; i < listings; i++) {
            indices.put(assets.get(i).symbol(), i);
        }
    }

    public int size() {
        return assets.size();
    }

    /** How many of them are instruments with prices of their own. */
    public int listings() {
        return listings;
    }

    /** Whether this run has traded no option so far, which spares most runs the search for those it holds. */
    public boolean noOptions() {
        return assets.size() == listings;
    }

    public Asset get(int index) {
        return assets.get(index);
    }

    /** The index of an instrument, or of an option that this run came to trade. */
    public OptionalInt indexOf(String symbol) {
        Integer known = indices.get(symbol);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** The index of something of the catalog; an option gets its own at the first call. */
    int number(Asset asset) {
        Integer known = indices.get(asset.symbol());
        if (known != null) {
            return known;
        }
        assets.add(asset);
        indices.put(asset.symbol(), assets.size() - 1);
        return assets.size() - 1;
    }

    /** Currencies other than the account's, in which inverse contracts settle. */
    int coins() {
        return catalog.coins();
    }

    /** The currency whose price an instrument's is; -1 for none. */
    public int coinOfListing(int listing) {
        return catalog.coinOfListing(listing);
    }
}
