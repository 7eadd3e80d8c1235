package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.research.port.TrialLedger;
import io.argus.research.testing.Documents;
import io.argus.research.testing.TrialLedgerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void aLineThatAKillCutShortIsDroppedAndMended() throws IOException {
        Path file = place("cut");
        ledger().append(file, List.of(Documents.trial("r1"), Documents.trial("r2")));
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 9));

        assertThat(ledger().load(file)).containsExactly(Documents.trial("r1"));
        ledger().append(file, List.of(Documents.trial("r2")));
        assertThat(Files.readString(file)).isEqualTo(whole);
    }

    @Test
    void aLineThatIsNoTrialIsSaidWithItsNumber() throws IOException {
        Path file = place("broken");
        ledger().append(file, List.of(Documents.trial("r1")));
        Files.writeString(file, "{\"run_id\": \"r2\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> ledger().load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("broken.json:2")
                .hasMessageContaining("is no trial");
    }

    /** Taken as they stood they would have been other trials, by the number of which results are deflated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"run_id\"         | \"id\"",
                "\"strategy_class\" | \"class\"",
                "\"instruments\":[  | \"instruments\":[5,",
                "\"observations\":  | \"observations\":-",
                "\"sharpe_per_period\":[^}]* | \"sharpe_per_period\":1e999",
            })
    void aTrialThatSaysSomethingElseIsRefused(String before, String after) throws IOException {
        Path file = place("changed");
        ledger().append(file, List.of(Documents.trial("r1")));
        String written = Files.readString(file);
        String changed = written.replaceFirst(before.replace("[", "\\[").replace("\\[^", "[^"), after);
        assertThat(changed).isNotEqualTo(written);
        Files.writeString(file, changed);

        assertThatThrownBy(() -> ledger().load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("changed.json:1: is no trial");
    }

    @Test
    void whyItCannotBeReadOrWrittenIsSaid() throws IOException {
        Path bytes = Files.write(place("bytes"), new byte[] {(byte) 0xff, '\n'});
        assertThatThrownBy(() -> ledger().load(bytes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bytes.json: is not UTF-8 text");
        Path taken = Files.createDirectory(place("taken"));
        assertThatThrownBy(() -> ledger().load(taken))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("taken.json: cannot be read: Is a directory");
        Path below = bytes.resolve("ledger.jsonl");
        assertThatThrownBy(() -> ledger().append(below, List.of(Documents.trial("r1"))))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("ledger.jsonl: cannot be appended to: ");
    }

    @Test
    void linesOfOldTellNoVersionAndLinesOfALaterProgramAreRefused() throws IOException {
        Path file = place("versions");
        ledger().append(file, List.of(Documents.trial("r1")));
        String written = Files.readString(file);
        assertThat(written).startsWith("{\"schema_version\":1,");

        Files.writeString(file, written.replace("\"schema_version\":1,", ""));
        assertThat(ledger().load(file)).containsExactly(Documents.trial("r1"));

        Files.writeString(file, written + written.replace("\"schema_version\":1,", "\"schema_version\":2,"));
        assertThatThrownBy(() -> ledger().load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("versions.json:2: is of schema version 2");
    }
}
