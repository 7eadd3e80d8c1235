package io.argus.replay.execution;

import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.research.experiment.ExecutionSettings;

/** The fees of a run: of each instrument, and of all options on it together. */
final class FeeBook {

    private final AssetTable assets;
    private final ExecutionSettings settings;
    private final Fees[] ofInstruments;
    private final Fees[] ofOptions;

    FeeBook(AssetTable assets, ExecutionSettings settings) {
        this.assets = assets;
        this.settings = settings;
        ofInstruments = new Fees[assets.listings()];
        ofOptions = new Fees[assets.listings()];
    }

    Fees of(int asset) {
        Asset each = assets.get(asset);
        Fees[] known = each.option() ? ofOptions : ofInstruments;
        if (known[each.listing()] == null) {
            known[each.listing()] = new Fees(each.fees(), each.spec(), settings);
        }
        return known[each.listing()];
    }
}
