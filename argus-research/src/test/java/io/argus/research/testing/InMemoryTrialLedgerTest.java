package io.argus.research.testing;

import io.argus.research.port.TrialLedger;
import java.nio.file.Path;

class InMemoryTrialLedgerTest extends TrialLedgerContract {

    private final TrialLedger ledger = new InMemoryTrialLedger();

    @Override
    protected TrialLedger ledger() {
        return ledger;
    }

    @Override
    protected Path place(String name) {
        return Path.of(name);
    }
}
