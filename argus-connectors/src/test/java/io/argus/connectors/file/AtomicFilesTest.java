package io.argus.connectors.file;

import io.argus.domain.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AtomicFilesTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatAKilledProcessHadBegunToWriteIsRemovedByTheNext() throws IOException {
        Path left = file(".plan.json.0f8fad5b-d9cb-469f-a165-70867728950e.tmp");
        Path foreign = file(".plan.json.tmp");
        Path named = file("plan.json.0f8fad5b-d9cb-469f-a165-70867728950e.tmp");

        AtomicFiles.requireWritable(folder.resolve("plan.json"));

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        assertThat(named).exists();
        assertThat(files()).containsExactlyInAnyOrder(foreign, named);
    }

    @Test
    void whatIsBeingWrittenIsNoLeftover() throws IOException {
        Path plan = folder.resolve("plan.json");
        AtomicFiles.write(plan, out -> {
            out.write('{');
            for (Path begun : files()) {
                Files.setLastModifiedTime(begun, LONG_AGO);
            }
            AtomicFiles.prepareFolder(folder);
            assertThat(files()).hasSize(1);
            out.write('}');
        });

        assertThat(plan).hasContent("{}");
        assertThat(files()).containsExactly(plan);
    }

    @Test
    void whatBreaksOffLeavesWhatStoodThere() {
        Path plan = folder.resolve("plan.json");
        AtomicFiles.write(plan, "{}");

        assertThatThrownBy(() -> AtomicFiles.write(plan, out -> {
                    out.write('{');
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(StorageException.class)
                .hasMessage(plan + ": cannot be written: No space left on device");

        assertThat(plan).hasContent("{}");
        assertThat(files()).containsExactly(plan);
    }

    private Path file(String name) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "half"), LONG_AGO);
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
