package io.argus.replay.account;

/** The options that an account holds, by what can offset what. They are sorted after a trade, and valued whenever asked for. */
final class HeldOptions {

    private final AssetTable assets;
    private final Holdings holdings;
    private OptionRisks groups = new OptionRisks();
    private int[] sorted = {};

    HeldOptions(AssetTable assets, Holdings holdings) {
        this.assets = assets;
        this.holdings = holdings;
    }

    /** At their marks; to be read before anything is marked or traded again. */
    OptionRisks atMarks() {
        if (sorted != holdings.held()) {
            sort();
        }
        for (int i = 0; i < groups.groups().size(); i++) {
            groups.groups().get(i).revalue(holdings);
        }
        return groups;
    }

    private void sort() {
        sorted = holdings.held();
        groups = new OptionRisks();
        for (int asset : sorted) {
            Asset each = assets.get(asset);
            if (each.option()) {
                double units = holdings.quantity(asset) * holdings.multiplier(asset);
                groups.add(asset, each, units, 0);
            }
        }
    }
}
