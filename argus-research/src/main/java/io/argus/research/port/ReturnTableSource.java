package io.argus.research.port;

import io.argus.domain.returns.ReturnTable;
import java.nio.file.Path;

/** Gives tables of returns. Safe for any number of threads. */
public interface ReturnTableSource {

    /**
     * @throws io.argus.domain.DataException when the source is missing or a row is wrong, with its line
     */
    ReturnTable load(Path file);
}
