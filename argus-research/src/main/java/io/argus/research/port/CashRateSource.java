package io.argus.research.port;

import io.argus.research.experiment.CashRate;
import java.nio.file.Path;

/** Gives what money earned without risk, by date. Safe for any number of threads. */
public interface CashRateSource {

    /**
     * @throws io.argus.domain.DataException when the source is missing or a row is wrong, with its line
     */
    CashRate load(Path file);
}
