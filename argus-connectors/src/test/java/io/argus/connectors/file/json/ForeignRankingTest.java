package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rankings that other programs wrote, with much missing; and that what Argus writes reads the same. */
class ForeignRankingTest {

    private final JsonRankingStore store = new JsonRankingStore();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsMissingIsUnknown() throws IOException {
        RankingStore.Stored stored = load("""
                {"generated_at": "2026-01-05T00:00:00Z", "rankings": [
                 {"strategy_id": "a", "composite_score": 0.5, "dsr": 0.97, "more": {},
                  "metrics": {"total_return_pct": 20, "unheard_of": 1}},
                 {"strategy_id": "b", "composite_score": 0.4, "killed": true},
                 {"strategy_id": "c", "composite_score": 0.3, "kill_reasons": ["too_clever", {"reason": "ruined"}]}]}""");

        assertThat(stored.generatedAt()).hasValue(Instant.parse("2026-01-05T00:00:00Z"));
        RankedStrategy first = stored.ranking().strategies().get(0);
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.dsr()).hasValue(0.97);
        assertThat(first.regimeSensitivity()).isEqualTo(0.5);
        assertThat(first.metrics()).containsOnlyKeys(Metric.TOTAL_RETURN_PCT);
        assertThat(first.observations()).isEmpty();
        assertThat(first.killed()).isFalse();
        RankedStrategy second = stored.ranking().strategies().get(1);
        assertThat(second.killed()).isTrue();
        assertThat(second.dsr()).isEmpty();
        RankedStrategy third = stored.ranking().strategies().get(2);
        assertThat(third.kills())
                .extracting(kill -> kill.reason())
                .containsExactly(KillReason.NOT_ELIGIBLE, KillReason.RUINED);
        assertThat(third.kills().get(0).detail()).isEqualTo("too_clever");

        Path again = folder.resolve("again.json");
        store.save(again, stored.ranking(), Instant.EPOCH);
        assertThat(store.load(again).ranking()).isEqualTo(stored.ranking());
    }

    @Test
    void nothingSaidOfJointStatesIsNotTooFewOfThem() throws IOException {
        RankingStore.Stored stored = load("""
                {"rankings": [
                 {"strategy_id": "a", "composite_score": 0.5, "fingerprint": "abc"},
                 {"strategy_id": "b", "composite_score": 0.4, "joint_regime_sensitivity": null}]}""");
        Path again = folder.resolve("again.json");
        store.save(again, stored.ranking(), Instant.EPOCH);

        for (RankingStore.Stored each : List.of(stored, store.load(again))) {
            assertThat(each.ranking().strategies())
                    .extracting(RankedStrategy::tellsJointRegimes)
                    .containsExactly(false, true);
        }
    }

    @Test
    void whatCannotBeRankedIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> load("{}")).isInstanceOf(DataException.class).hasMessageContaining("no \"rankings\"");
        assertThatThrownBy(() -> load("{\"rankings\": [{\"strategy_id\": \"a\"}]}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("rankings[0]: composite_score is missing");
        assertThatThrownBy(() -> load("{\"schema_version\": 2, \"rankings\": []}"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("schema version 2");
        assertThatThrownBy(() -> store.load(folder.resolve("nothing.json")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no such file");
    }

    private RankingStore.Stored load(String text) throws IOException {
        return store.load(Files.writeString(folder.resolve("rankings.json"), text));
    }
}
