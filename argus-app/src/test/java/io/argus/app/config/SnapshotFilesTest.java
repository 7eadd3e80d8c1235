package io.argus.app.config;

import io.argus.app.config.SnapshotFiles.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SnapshotFilesTest {

    @Test
    void aSymbolStandsInItsOwnPathsToo() {
        SnapshotFiles each = new SnapshotFiles(List.of(), Map.of("SPX", List.of("a/{symbol}.pack", "b.pack")));

        assertThat(each.of("SPX"))
                .containsExactly(new Named(Path.of("a/SPX.pack"), false), new Named(Path.of("b.pack"), false));
        assertThat(each.of("NDX")).isEmpty();
    }

    @Test
    void aPathThatDoesNotNameTheSymbolIsSharedByAll() {
        SnapshotFiles all = new SnapshotFiles(List.of("a/{symbol}.pack", "b.pack"), Map.of());

        assertThat(all.of("SPX"))
                .containsExactly(new Named(Path.of("a/SPX.pack"), false), new Named(Path.of("b.pack"), true));
    }
}
