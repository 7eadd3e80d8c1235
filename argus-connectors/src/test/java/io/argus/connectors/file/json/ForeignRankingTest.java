package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** A figure that was written as a text was taken for one that is not there. */
    @Test
    void whatIsOfAnotherTypeIsRefusedWithItsPath() {
        String row = "{\"rankings\": [{\"strategy_id\": \"z\", \"composite_score\": 1},"
                + " {\"strategy_id\": \"a\", \"composite_score\": 0.5, %s}]}";
        refused(row.formatted("\"dsr\": \"0.97\""), "rankings[1].dsr must be a number, not \"0.97\"");
        refused(
                row.formatted("\"dsr_details\": {\"psr\": true}"),
                "rankings[1].dsr_details.psr must be a number, not true");
        refused(row.formatted("\"metrics\": [1]"), "rankings[1].metrics must be an object, not a list");
        refused(
                row.formatted("\"metrics\": {\"total_trades\": \"many\"}"),
                "rankings[1].metrics.total_trades must be a number, not \"many\"");
        refused(row.formatted("\"observations\": 250.5"), "rankings[1].observations must be a whole number, not 250.5");
        refused(row.formatted("\"killed\": \"true\""), "rankings[1].killed must be true or false, not \"true\"");
        refused(
                row.formatted("\"kill_reasons\": \"ruined\""),
                "rankings[1].kill_reasons must be a list, not \"ruined\"");
        refused(
                row.formatted("\"as_of\": \"yesterday\""),
                "rankings[1].as_of must be a date such as 2024-01-31, not \"yesterday\"");
        refused(row.formatted("\"run_id\": 17"), "rankings[1].run_id must be a text, not 17");
        refused(
                row.formatted("\"kill_reasons\": [\"ruined\", 1], \"rank\": 1"),
                "rankings[1].kill_reasons[1] must be a text or an object, not 1");
        refused(
                "{\"generated_at\": \"2024-01-31T21:00:00\", \"rankings\": []}",
                "generated_at must be a time such as 2024-01-31T21:00:00Z, not \"2024-01-31T21:00:00\"");
        refused("{\"rankings\": [1], \"n\": 1}", "rankings[0] must be an object, not 1");
        refused("{\"rankings\": [[]]}", "rankings[0] must be an object, not a list");
        refused(
                "{\"kill_thresholds\": {\"dsr_min\": \"0.95\"}, \"rankings\": []}",
                "kill_thresholds.dsr_min must be a number, not \"0.95\"");
    }

    /** A deviation below zero or a probability above one sized a position without a word. */
    @Test
    void aFigureThatCannotBeIsRefusedWithItsPath() {
        String row = "{\"rankings\": [{\"strategy_id\": \"a\", \"composite_score\": 0.5, %s}]}";
        refused(row.formatted("\"dsr\": 1.5"), "rankings[0].dsr must be a number from 0 to 1, not 1.5");
        refused(row.formatted("\"dsr\": -0.1"), "rankings[0].dsr must be a number from 0 to 1, not -0.1");
        refused(row.formatted("\"sd_daily\": -0.01"), "rankings[0].sd_daily must be a number of at least 0, not -0.01");
        refused(
                row.formatted("\"sd_daily\": 1e999"),
                "rankings[0].sd_daily must be a finite number, not one beyond 1e308");
        refused(
                row.formatted("\"regime_sensitivity_score\": 2"),
                "rankings[0].regime_sensitivity_score must be a number from 0 to 1, not 2");
        refused(
                row.formatted("\"joint_regime_sensitivity\": -1"),
                "rankings[0].joint_regime_sensitivity must be a number from 0 to 1, not -1");
        refused(
                row.formatted("\"dsr_details\": {\"psr\": 1.01}"),
                "rankings[0].dsr_details.psr must be a number from 0 to 1, not 1.01");
        refused(
                row.formatted("\"dsr_details\": {\"sharpe_variance\": -1}"),
                "rankings[0].dsr_details.sharpe_variance must be a number of at least 0, not -1");
        refused(
                row.formatted("\"observations\": -1"),
                "rankings[0].observations must be a whole number of at least 0, not -1");
        refused(
                row.formatted("\"periods_per_year\": 0"),
                "rankings[0].periods_per_year must be a whole number of at least 1, not 0");
        refused(
                row.formatted("\"strategy_params\": {\"width\": 1e999}"),
                "rankings[0].strategy_params.width must be a finite number, not one beyond 1e308");
    }

    /** What is no UTF-8 became replacement characters, in the names that plans are made of. */
    @Test
    void whatIsNoUtf8IsRefusedAndAByteOrderMarkIsNot() throws IOException {
        byte[] latin = "{\"rankings\": [{\"strategy_id\": \"caf\u00e9\", \"composite_score\": 1}]}"
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("latin.json"), latin);
        assertThatThrownBy(() -> store.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("latin.json:1:")
                .hasMessageContaining("UTF-8");
        assertThat(load("\ufeff{\"rankings\": []}").ranking().strategies()).isEmpty();
    }

    private void refused(String text, String message) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("rankings.json") + ": " + message);
    }

    private RankingStore.Stored load(String text) throws IOException {
        return store.load(Files.writeString(folder.resolve("rankings.json"), text));
    }
}
