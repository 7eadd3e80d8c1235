package io.argus.app.research;

import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.Pack;
import java.time.LocalDate;
import java.util.List;

/** Options quoted before a split of their underlying that expire after it. An exchange adjusts them, a replay does not. */
final class OptionsAcrossSplits {

    private OptionsAcrossSplits() {}

    /** One line for each such split. */
    static List<String> warnings(Pack pack) {
        return pack.events().actions().stream()
                .filter(action -> action.split() != 1)
                .filter(action -> pack.chains().stream().anyMatch(series -> reaches(series, action)))
                .map(action ->
                        action.symbol() + " splits on " + date(pack, action) + ", and options that are held then stay"
                                + " as they were: results of runs that hold any are wrong from there on; end the pack before it,"
                                + " or start after it")
                .toList();
    }

    private static boolean reaches(ChainSeries series, CorporateAction action) {
        int before = series.underlying().equals(action.symbol()) ? series.knownAt(action.exMs() - 1) : 0;
        return before > 0
                && series.chain(before - 1).expiryAtOrAfter(action.exMs()).isPresent();
    }

    private static LocalDate date(Pack pack, CorporateAction action) {
        return pack.findInstrument(action.symbol()).orElseThrow().calendar().dateAt(action.exMs());
    }
}
