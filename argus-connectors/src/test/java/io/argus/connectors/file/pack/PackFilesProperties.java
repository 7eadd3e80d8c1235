package io.argus.connectors.file.pack;

import io.argus.domain.DataException;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackFilesProperties {

    private final FilePackStore store = new FilePackStore();
    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("packs");
    }

    @AfterProperty
    void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Property(tries = 60)
    void bothFormatsHoldTheSamePack(@ForAll("packs") Pack pack) throws IOException {
        Path json = folder.resolve("a.json");
        Path columns = folder.resolve("a.pack");
        store.save(json, pack);
        Pack fromJson = store.load(json);
        store.save(columns, fromJson);
        Pack fromColumns = store.load(columns);

        assertThat(fromJson.hash()).isEqualTo(pack.hash());
        assertThat(fromColumns.hash()).isEqualTo(pack.hash());
        assertThat(fromColumns.bars()).isEqualTo(pack.bars());
        assertThat(fromColumns.chains()).isEqualTo(pack.chains());

        Path again = folder.resolve("b.json");
        store.save(again, fromColumns);
        assertThat(again).hasSameBinaryContentAs(json);
    }

    @Property(tries = 60)
    void aFileCutShortIsRefused(@ForAll("packs") Pack pack, @ForAll @IntRange(max = 9_999) int share)
            throws IOException {
        for (String name : List.of("cut.json", "cut.pack")) {
            Path file = folder.resolve(name);
            store.save(file, pack);
            byte[] bytes = Files.readAllBytes(file);
            // The last byte of JSON is a line's end, that of columns may be padding.
            int most = bytes.length - 9;
            Files.write(file, Arrays.copyOf(bytes, (int) (share / 10_000.0 * most)));

            assertThatThrownBy(() -> store.load(file))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(name);
        }
    }

    @Property(tries = 60)
    void aChangedBitIsNoticed(@ForAll("packs") Pack pack, @ForAll @IntRange(max = 9_999) int share) throws IOException {
        Path file = folder.resolve("bit.pack");
        store.save(file, pack);
        byte[] bytes = Files.readAllBytes(file);
        int at = (int) (share / 10_000.0 * bytes.length);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);

        try {
            // Only padding may change unnoticed.
            assertThat(store.load(file)).isEqualTo(pack);
        } catch (DataException noticed) {
            assertThat(noticed).hasMessageContaining("bit.pack");
        }
    }

    @Provide
    Arbitrary<Pack> packs() {
        return Packs.any(40);
    }
}
