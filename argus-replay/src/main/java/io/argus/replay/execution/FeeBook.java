package io.argus.replay.execution;

import io.argus.replay.account.Asset;
import io.argus.research.experiment.ExecutionSettings;

/** The fees of a run: of each instrument, and of all options on it together. */
final class FeeBook {

    private final ExecutionSettings settings;
    private final Fees[] ofInstruments;
    private final Fees[] ofOptions;

    FeeBook(int listings, ExecutionSettings settings) {
        this.settings = settings;
        ofInstruments = new Fees[listings];
        ofOptions = new Fees[listings];
    }

    Fees of(Asset asset) {
        Fees[] known = asset.option() ? ofOptions : ofInstruments;
        if (known[asset.listing()] == null) {
            known[asset.listing()] = new Fees(asset.fees(), asset.spec(), settings);
        }
        return known[asset.listing()];
    }
}
