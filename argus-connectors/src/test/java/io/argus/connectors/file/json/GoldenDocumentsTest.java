package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.registry.Admission;
import io.argus.research.registry.Candidate;
import io.argus.research.testing.Documents;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shape of artifacts, rankings, allocations and the ledger, byte by byte and key by key: other programs read it. */
class GoldenDocumentsTest {

    private static final Instant NOW = Instant.parse("2024-03-04T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anArtifactIsWrittenAsItAlwaysWas() throws Exception {
        JsonExperimentStore store = new JsonExperimentStore();
        Path written = store.save(folder, Documents.experiment("trend", "r1"));

        assertThat(Files.readString(written)).isEqualTo(golden("experiment.json"));
        assertThat(store.load(place("experiment.json")).experiment()).isEqualTo(Documents.experiment("trend", "r1"));
    }

    @Test
    void anArtifactHasTheKeysOfItsContractInTheirOrder() throws Exception {
        JsonNode document = tree("experiment.json");
        assertKeys(document, "schema_version", "manifest", "result");
        assertKeys(
                document.path("manifest"),
                "run_id",
                "strategy_class",
                "strategy_params",
                "execution_config",
                "replay_packs",
                "seed",
                "engine_version",
                "walk_forward",
                "mc_bootstrap",
                "slippage_sensitivity",
                "regime_stress");
        assertKeys(document.path("manifest").path("replay_packs").path(0), "path", "hash");
        JsonNode result = document.path("result");
        assertKeys(
                result,
                "strategy_id",
                "bars_replayed",
                "outcomes_used",
                "session_distribution",
                "portfolio",
                "execution",
                "daily_returns",
                "fingerprint");
        assertKeys(
                result.path("portfolio"),
                "starting_cash",
                "final_equity",
                "total_realized_pnl",
                "total_return_pct",
                "total_trades",
                "winners",
                "losers",
                "win_rate",
                "profit_factor",
                "expectancy",
                "avg_holding_time_mins",
                "sharpe_annualized_proxy",
                "max_drawdown",
                "max_drawdown_pct",
                "total_commission",
                "open_positions",
                "regime_breakdown",
                "trade_pnls");
        assertKeys(result.path("portfolio").path("regime_breakdown").path("trend:UP"), "pnl", "bars");
        assertKeys(
                result.path("execution"),
                "fills",
                "rejects",
                "fill_rate",
                "total_commission",
                "total_slippage",
                "reject_reasons");
        assertKeys(result.path("daily_returns"), "dates", "returns");
        assertKeys(result.path("closed_trades").path(0), "equity_at_entry", "return_on_equity");
    }

    @Test
    void aRankingIsWrittenAsItAlwaysWas() throws Exception {
        JsonRankingStore store = new JsonRankingStore();

        assertThat(store.text(Documents.ranking(), NOW)).isEqualTo(golden("rankings.json"));
        assertThat(store.load(place("rankings.json")).ranking()).isEqualTo(Documents.ranking());
        Path killed = folder.resolve("killed.json");
        store.saveKilled(killed, Documents.ranking(), NOW);
        assertThat(Files.readString(killed)).isEqualTo(golden("killed.json"));
    }

    @Test
    void candidatesAreWrittenAsTheyAlwaysWere() throws Exception {
        RankedStrategy admitted = Documents.ranking().strategies().get(0);
        Admission admission = new Admission(
                List.of(new Candidate(admitted)),
                List.of(new Admission.Refusal("luck", "r2", "killed: dsr_below_threshold (0.5, limit 0.95)")));
        Path candidates = folder.resolve("candidates.json");
        new JsonAllocationStore().saveCandidates(candidates, admission, NOW);

        assertThat(Files.readString(candidates)).isEqualTo(golden("candidates.json"));
    }

    @Test
    void aRankingHasTheKeysOfItsContractInTheirOrder() throws Exception {
        JsonNode document = tree("rankings.json");
        assertKeys(
                document,
                "schema_version",
                "generated_at",
                "experiment_count",
                "weights",
                "kill_thresholds",
                "significance",
                "rankings",
                "killed");
        assertKeys(document.path("significance"), "n_trials", "n_effective", "pbo", "spa");
        assertKeys(document.path("significance").path("spa"), "statistic", "p_lower", "p_consistent", "p_upper");
        JsonNode row = document.path("rankings").path(0);
        assertKeys(
                row,
                "rank",
                "strategy_id",
                "run_id",
                "strategy_class",
                "strategy_params",
                "composite_score",
                "regime_sensitivity_score",
                "scoring",
                "dsr",
                "dsr_details",
                "metrics",
                "regime_scores",
                "killed",
                "kill_reasons",
                "source_file",
                "instruments",
                "observations",
                "periods_per_year",
                "mean_daily",
                "sd_daily",
                "max_loss_per_contract",
                "fingerprint",
                "returns_ref");
        assertKeys(row.path("returns_ref"), "source_file", "hash");
        JsonNode killed = document.path("rankings").path(1);
        assertKeys(killed.path("kill_reasons").path(0), "reason", "value", "threshold");
        assertThat(killed.path("kill_reasons").path(0).toString())
                .isEqualTo("{\"reason\":\"dsr_below_threshold\",\"value\":0.5,\"threshold\":0.95}");
    }

    @Test
    void aPlanIsWrittenAsItAlwaysWas() throws Exception {
        JsonAllocationStore store = new JsonAllocationStore();

        assertThat(store.text(Documents.plan(), NOW)).isEqualTo(golden("allocations.json"));
        assertThat(store.text(Documents.emptyPlan(), NOW)).isEqualTo(golden("allocations-empty.json"));
        assertThat(store.load(place("allocations.json"))).isEqualTo(Documents.plan());
    }

    @Test
    void aPlanHasTheKeysOfItsContractInTheirOrder() throws Exception {
        for (String name : List.of("allocations.json", "allocations-empty.json")) {
            JsonNode document = tree(name);
            assertKeys(
                    document,
                    "schema_version",
                    "generated_at",
                    "as_of",
                    "valid_until",
                    "equity",
                    "config",
                    "gates",
                    "empty_reason",
                    "portfolio",
                    "allocations");
            assertKeys(document.path("gates"), "min_dsr", "relaxed");
            assertKeys(document.path("portfolio"), "expected_vol", "cvar_95", "joint_mc_p95_drawdown");
        }
        JsonNode position = tree("allocations.json").path("allocations").path(0);
        assertKeys(
                position,
                "strategy_id",
                "run_id",
                "instrument",
                "side",
                "weight",
                "dollar_risk",
                "contracts",
                "unit",
                "kelly_raw",
                "forecast",
                "trail");
        assertKeys(position.path("forecast"), "mu", "sigma", "cost", "confidence", "mu_source", "sigma_source");
        assertKeys(position.path("trail").path(0), "step", "before", "after", "reason");
    }

    @Test
    void theLedgerIsWrittenAsItAlwaysWas() throws Exception {
        JsonLinesTrialLedger ledger = new JsonLinesTrialLedger();
        Path written = folder.resolve("trials.jsonl");
        ledger.append(written, List.of(Documents.trial("r1"), Documents.trial("r2")));

        assertThat(Files.readString(written)).isEqualTo(golden("trials.jsonl"));
    }

    /** There may be more keys between those of the contract. */
    private static void assertKeys(JsonNode node, String... contract) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsSubsequence(contract);
    }

    private static JsonNode tree(String name) throws IOException, URISyntaxException {
        return JsonDocuments.parse(name, Files.readAllBytes(place(name)));
    }

    private static String golden(String name) throws IOException, URISyntaxException {
        return Files.readString(place(name));
    }

    private static Path place(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenDocumentsTest.class.getResource("/golden/" + name))
                .toURI());
    }
}
