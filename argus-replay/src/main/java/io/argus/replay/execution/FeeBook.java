package io.argus.replay.execution;

import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.research.experiment.ExecutionSettings;
import java.util.ArrayList;
import java.util.List;

/** The fees of a run by asset. */
final class FeeBook {

    private final AssetTable assets;
    private final ExecutionSettings settings;
    private final List<Fees> fees = new ArrayList<>();

    FeeBook(AssetTable assets, ExecutionSettings settings) {
        this.assets = assets;
        this.settings = settings;
    }

    Fees of(int asset) {
        while (fees.size() < assets.size()) {
            Asset next = assets.get(fees.size());
            fees.add(new Fees(next.fees(), next.spec(), settings));
        }
        return fees.get(asset);
    }
}
