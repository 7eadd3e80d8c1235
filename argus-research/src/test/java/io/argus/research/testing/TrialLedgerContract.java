package io.argus.research.testing;

import io.argus.research.experiment.Trial;
import io.argus.research.port.TrialLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link TrialLedger} promises. An adapter's test extends it. */
public abstract class TrialLedgerContract {

    protected abstract TrialLedger ledger();

    /** A place of this name for the ledger under test, where nothing stands yet. */
    protected abstract Path place(String name);

    @Test
    void isEmptyAtFirst() {
        assertThat(ledger().load(place("new"))).isEmpty();
    }

    @Test
    void remembersEveryTrialInTheOrderItCameIn() {
        Path place = place("grown");
        Trial silent = new Trial(
                "r4",
                "BuyAndHold",
                "",
                List.of(),
                Documents.trial("").from(),
                Documents.trial("").from(),
                0,
                OptionalDouble.empty());
        ledger().append(place, List.of(Documents.trial("r2"), Documents.trial("r1")));
        ledger().append(place, List.of());
        ledger().append(place, List.of(silent, Documents.trial("r2")));

        assertThat(ledger().load(place))
                .as("the same trial again is a line again")
                .containsExactly(Documents.trial("r2"), Documents.trial("r1"), silent, Documents.trial("r2"));
    }

    @Test
    void placesAreLedgersOfTheirOwn() {
        ledger().append(place("one"), List.of(Documents.trial("r1")));

        assertThat(ledger().load(place("other"))).isEmpty();
    }
}
