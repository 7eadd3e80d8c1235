package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.research.port.AllocationStore;
import io.argus.research.testing.AllocationStoreContract;
import io.argus.research.testing.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonAllocationStoreTest extends AllocationStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected AllocationStore store() {
        return new JsonAllocationStore();
    }

    @Override
    protected Path place(String name) {
        return folder.resolve(name + ".json");
    }

    @Test
    void aPlanOfALaterProgramIsRefused() throws IOException {
        store().save(place("plan"), Documents.plan(), Instant.EPOCH);
        String text = Files.readString(place("plan"));
        Files.writeString(place("plan"), text.replace("\"schema_version\" : 1", "\"schema_version\" : 99"));

        assertThatThrownBy(() -> store().load(place("plan")))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("plan.json: is of schema version 99; this program reads version 1");
    }
}
