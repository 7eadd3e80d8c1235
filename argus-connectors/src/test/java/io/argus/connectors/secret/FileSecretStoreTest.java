package io.argus.connectors.secret;

import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileSecretStoreTest {

    private static final String VALUE = "hunter2-\"quoted\" \\ back: #slash \t ünïcode \uD83D\uDD11";

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasKept() {
        FileSecretStore store = store();
        store.save("deribit_client_secret", VALUE.toCharArray());
        store.save("deribit_client_id", "abc".toCharArray());
        store.save("deribit_client_id", "abcd".toCharArray());

        assertThat(new String(store.find("deribit_client_secret").orElseThrow()))
                .isEqualTo(VALUE);
        assertThat(new String(store.find("deribit_client_id").orElseThrow())).isEqualTo("abcd");
        assertThat(store.find("another")).isEmpty();
        assertThat(store.names()).containsExactly("deribit_client_id", "deribit_client_secret");
    }

    @Test
    void savingDoesNotTakeTheCallersArray() {
        char[] value = VALUE.toCharArray();
        store().save("name", value);

        assertThat(value).containsExactly(VALUE.toCharArray());
    }

    @Test
    void theFileAndItsFolderAreTheOwnersAlone() throws IOException {
        store().save("name", VALUE.toCharArray());

        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(argusFolder())).isEqualTo("rwx------");
        try (var entries = Files.list(argusFolder())) {
            assertThat(entries).containsExactly(file());
        }
    }

    /** Watches the folder from another thread while the file is written again and again. */
    @Test
    void nothingIsEverReadableByOthersWhileItIsWritten() throws Exception {
        FileSecretStore store = store();
        store.save("name", VALUE.toCharArray());
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> watcher = CompletableFuture.runAsync(() -> watch(seen, started, done));
        started.await();
        for (int i = 0; i < 200; i++) {
            store.save("name", (VALUE + i).toCharArray());
        }
        done.set(true);
        watcher.join();

        assertThat(seen).containsExactly("rw-------");
    }

    /** All that is in it would be lost. */
    @Test
    void noFileIsWrittenThatIsTooLongToBeReadAgain() {
        FileSecretStore store = store();
        char[] longest = "x".repeat(64 * 1024).toCharArray();
        for (int i = 0; i < 15; i++) {
            store.save("name" + i, longest);
        }
        assertThatThrownBy(() -> {
                    store.save("name15", longest);
                    store.save("name16", longest);
                })
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("1 MB");

        assertThat(new String(store.find("name14").orElseThrow())).isEqualTo(new String(longest));
        store.save("name14", VALUE.toCharArray());
        assertThat(store.names()).hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw-rw-rw-"})
    void aFileOpenToOthersIsRefused(String mode) throws IOException {
        FileSecretStore store = store();
        store.save("name", VALUE.toCharArray());
        Files.setPosixFilePermissions(file(), fromString(mode));

        assertThatThrownBy(() -> store.find("name"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("chmod 600");
        assertThatThrownBy(store::names).isInstanceOf(DataException.class);
        assertThatThrownBy(() -> store.save("other", VALUE.toCharArray())).isInstanceOf(DataException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: [hunter2]",
                "- hunter2",
                "hunter2",
                "name: \"hunter2",
                "name: hunter2\nname: hunter2",
                "name: {hunter2: hunter2}",
                "name: hunter2\n bad: : hunter2\n",
                "a: &x hunter2\nhunter2!: *x"
            })
    void aFileThatCannotBeReadIsToldWithoutItsText(String text) throws IOException {
        Files.createDirectories(argusFolder());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(fromString("rw-------")));
        Files.writeString(file(), text);

        assertThatThrownBy(() -> store().names())
                .isInstanceOf(DataException.class)
                .satisfies(problem -> assertThat(trace(problem)).doesNotContain("hunter2"));
    }

    /** Read with replacement characters, the next save would have kept those in its place. */
    @Test
    void aSecretThatIsNoUtf8IsNotTakenForAnother() throws IOException {
        byte[] latin = "other: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(argusFolder());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(fromString("rw-------")));
        Files.write(file(), latin);

        assertThatThrownBy(() -> store().names())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file() + ": is not UTF-8 text");
        assertThatThrownBy(() -> store().save("new", VALUE.toCharArray())).isInstanceOf(DataException.class);
        assertThat(Files.readAllBytes(file())).isEqualTo(latin);
    }

    @Test
    void aFolderIsToldAsOne() throws IOException {
        Files.createDirectories(file());

        assertThatThrownBy(() -> store().names())
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file() + ": is a folder; name a file in it");
    }

    @Test
    void noValueShowsInAnythingPrinted() throws IOException {
        FileSecretStore store = store();
        store.save("name", VALUE.toCharArray());
        Files.setPosixFilePermissions(file(), fromString("rw-r--r--"));

        assertThat(store.toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> store.find("name"))
                .satisfies(problem -> assertThat(trace(problem)).doesNotContain("hunter2"));
    }

    /** As of a secrets file that is kept with other settings elsewhere. */
    @Test
    void aLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("kept.yaml");
        Files.createDirectories(argusFolder());
        Files.createSymbolicLink(file(), Path.of("link.yaml"));
        Files.createSymbolicLink(argusFolder().resolve("link.yaml"), elsewhere);

        for (String value : List.of("made", "replaced")) {
            store().save("name", value.toCharArray());

            assertThat(file()).isSymbolicLink();
            assertThat(elsewhere).isRegularFile();
            assertThat(mode(elsewhere)).isEqualTo("rw-------");
            assertThat(new String(store().find("name").orElseThrow())).isEqualTo(value);
        }
    }

    @Test
    void linksThatLeadInACircleAreTold() throws IOException {
        Files.createDirectories(argusFolder());
        Files.createSymbolicLink(file(), Path.of("link.yaml"));
        Files.createSymbolicLink(argusFolder().resolve("link.yaml"), file());

        assertThatThrownBy(() -> store().save("name", VALUE.toCharArray()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("leads to no file");
    }

    @Test
    void anEmptyStoreHasNoNames() throws IOException {
        assertThat(store().names()).isEmpty();
        assertThat(store().find("name")).isEmpty();

        Files.createDirectories(argusFolder());
        Files.createFile(file(), PosixFilePermissions.asFileAttribute(fromString("rw-------")));
        assertThat(store().names()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        Path plain = Files.createFile(folder.resolve("plain"));
        FileSecretStore store = new FileSecretStore(plain.resolve("secrets.yaml"));

        assertThatThrownBy(() -> store.save("name", VALUE.toCharArray()))
                .isInstanceOf(StorageException.class)
                .satisfies(problem -> assertThat(trace(problem)).doesNotContain("hunter2"));
    }

    @Test
    void namesAndValuesAreChecked() {
        for (String name : List.of("", "1a", "a b", "a:b", "-a")) {
            assertThatThrownBy(() -> store().save(name, VALUE.toCharArray()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store().save("name", new char[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private void watch(Set<String> seen, CountDownLatch started, AtomicBoolean done) {
        while (!done.get()) {
            try (var entries = Files.newDirectoryStream(argusFolder())) {
                for (Path each : entries) {
                    String mode = modeIfThere(each);
                    if (!mode.isEmpty()) {
                        seen.add(mode);
                    }
                }
            } catch (IOException e) {
                seen.add("failed: " + e);
            }
            started.countDown();
        }
    }

    private static String modeIfThere(Path file) {
        try {
            return mode(file);
        } catch (IOException gone) {
            return "";
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static String trace(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private FileSecretStore store() {
        return new FileSecretStore(file());
    }

    private Path file() {
        return argusFolder().resolve("secrets.yaml");
    }

    private Path argusFolder() {
        return folder.resolve("argus");
    }
}
