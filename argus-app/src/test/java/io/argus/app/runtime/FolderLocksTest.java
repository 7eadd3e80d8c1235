package io.argus.app.runtime;

import io.argus.domain.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One process a folder, also after one that did not end well. */
class FolderLocksTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderIsTakenOnceAtATime() {
        try (FolderLocks first = FolderLocks.take(List.of(folder, folder.resolve(".")))) {
            assertThat(first).isNotNull();
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> FolderLocks.take(List.of(folder)))
                    .withMessageContaining("process " + ProcessHandle.current().pid());
        }
        try (FolderLocks again = FolderLocks.take(List.of(folder))) {
            assertThat(again).isNotNull();
        }
    }

    /** On many systems a process loses its lock of a file as soon as it closes that file, however often it had it open. */
    @Test
    void whoIsRefusedWithinAProcessTakesNothingFromIt() throws IOException, InterruptedException {
        try (FolderLocks first = FolderLocks.take(List.of(folder))) {
            assertThat(first).isNotNull();
            assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> FolderLocks.take(List.of(folder)));

            Process other = holder();
            try (BufferedReader said = output(other)) {
                assertThat(said.readLine()).isNull();
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> FolderLocks.take(List.of(folder.resolve("none"))))
                .withMessageContaining("none");
    }

    @Test
    void aLockThatCannotBeTakenIsNamed() throws IOException {
        Path lock = Files.createDirectory(folder.resolve(".argus.lock"));
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> FolderLocks.take(List.of(folder)))
                .withMessage(lock.toRealPath() + ": cannot be locked: Is a directory");
    }

    @Test
    void aLockEndsWithItsProcessHoweverThatEnds() throws IOException, InterruptedException {
        Process other = holder();
        try (BufferedReader said = output(other)) {
            assertThat(said.readLine()).isEqualTo("locked");
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> FolderLocks.take(List.of(folder)))
                    .withMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (FolderLocks mine = FolderLocks.take(List.of(folder))) {
            assertThat(mine).isNotNull();
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Another process, which holds a folder until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws IOException {
            FolderLocks.take(List.of(Path.of(args[0])));
            System.out.println("locked");
            System.in.read();
        }
    }
}
