package io.argus.connectors.file.json;

import io.argus.domain.port.TrialLedger;
import io.argus.domain.testing.TrialLedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTrialLedgerTest extends TrialLedgerContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected TrialLedger ledger() {
        return new JsonLinesTrialLedger();
    }

    @Override
    protected Path place(String name) {
        return folder.resolve(name + ".json");
    }
}
