package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.allocation.Rebalancing;
import io.argus.connectors.file.json.JsonAllocationStore;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.MaxLossPerContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();

    @Test
    void tellsEachStepInWordsAndNumbers() {
        assertThat(run("--strategy", "trend")).isZero();
        assertThat(streams.out()).isEqualTo("""
                        trend on SPX
                          It is expected to earn 8.00% a year above cash with a volatility of 20.00%.
                          All of that is believed: 8.00%.
                          A net edge of 8.00% over the variance makes full Kelly 2.00 times equity.
                          A fraction of it is taken: from 2.00 times equity to 50.00%.
                          One play may not be larger than 7.00%, so that 50.00% is cut to it.
                          Rounding changes nothing.
                          Within 700.00 fit 2 whole contracts.
                          So the position is long, 7.00% of equity; of 10,000.00 that is 700.00.
                          The weight is capital at risk: what the position can lose.
                        """);
    }

    @Test
    void printsTheSameAsJson() throws IOException {
        assertThat(run("--format", "json")).isZero();
        JsonNode json = new ObjectMapper().readTree(streams.out());
        assertThat(json.get("strategies")).hasSize(2);
        JsonNode trend = json.get("strategies").get(0);
        assertThat(trend.get("kelly_raw").doubleValue()).isEqualTo(0.08 / (0.2 * 0.2));
        assertThat(trend.get("steps").get(1).get("step").textValue()).isEqualTo("kelly");
        assertThat(trend.get("steps").get(1).get("words").textValue()).contains("full Kelly");
    }

    @Test
    void anUnknownStrategyIsAnsweredWithTheNearest() {
        assertThat(run("--strategy", "trand")).isEqualTo(2);
        assertThat(streams.err()).contains("did you mean trend?");
    }

    @Test
    void whatIsReadBackIsWrittenAlike() throws IOException {
        Path file = saved();
        JsonAllocationStore store = new JsonAllocationStore();
        assertThat(store.text(store.load(file), Instant.EPOCH)).isEqualTo(Files.readString(file));
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        for (String bad : List.of("{}", "[]", "{\"allocations\": [{}]}", "{\"allocations\": 3}", "nonsense")) {
            Path file = Files.writeString(folder.resolve("bad.json"), bad);
            assertThat(run(file)).as(bad).isEqualTo(1);
        }
        assertThat(run(folder.resolve("missing.json"))).isEqualTo(1);
        assertThat(streams.err().lines()).hasSize(6);
    }

    /** A list that is none was taken for an empty one: nothing is held, said a plan that holds something. */
    @Test
    void whatIsOfAnotherTypeIsRefusedWithItsPath() throws IOException {
        String plan = Files.readString(saved());
        List<String> slips = List.of(
                plan.replaceFirst("\"step\" : \"[a-z_]+\"", "\"step\" : \"\""),
                plan.replaceFirst("\"contracts\" : 2", "\"contracts\" : \"2\""),
                plan.replaceFirst("\"contracts\" : 2", "\"contracts\" : 2.5"),
                plan.replaceFirst("\"relaxed\" : false", "\"relaxed\" : \"no\""),
                plan.replaceFirst("\"equity\" : [0-9.]+", "\"equity\" : 1e999"),
                plan.replaceFirst("\"sigma\" : [0-9.]+", "\"sigma\" : -0.2"),
                plan.replaceFirst("\"before\" : [0-9.]+", "\"before\" : 1e999"),
                plan.replaceFirst("\"weight\" : [0-9.]+", "\"weight\" : \"0.07\""),
                plan.replaceFirst("\"weight\" : [0-9.]+,", ""),
                plan.replaceFirst("\"unit\" : \"[a-z_]+\"", "\"unit\" : \"lots\""),
                plan.replaceFirst("\"as_of\" : \"", "\"as_of\" : \"on "),
                plan.replaceFirst("(?s)\"allocations\" : .*", "\"allocations\" : 3, \"trades\": [], \"notes\": []}"));
        for (String slip : slips) {
            assertThat(slip).isNotEqualTo(plan);
            assertThat(run(Files.writeString(folder.resolve("slip.json"), slip)))
                    .isEqualTo(1);
        }
        assertThat(streams.err())
                .contains("allocations[0].trail[0].step must be a text that says something, not \"\"")
                .contains("allocations[0].contracts must be a whole number, not \"2\"")
                .contains("allocations[0].contracts must be a whole number, not 2.5")
                .contains("equity must be a finite number, not one beyond 1e308")
                .contains("allocations[0].forecast.sigma must be a number of at least 0, not -0.2")
                .contains("allocations[0].trail[0].before must be a finite number, not one beyond 1e308")
                .contains("allocations[0].weight must be a number, not \"0.07\"")
                .contains("allocations[0].weight must be a number, not nothing")
                .contains("allocations[0].unit must be one of leverage, capital_at_risk, not \"lots\"")
                .contains("as_of must be a time such as 2024-01-31T21:00:00Z, not \"on ")
                .contains("gates.relaxed must be true or false, not \"no\"")
                .contains("allocations must be a list, not 3")
                .doesNotContain("unexpected");
    }

    private Path saved() {
        AllocationSettings settings = AllocationSettings.defaults()
                .withRebalancing(new Rebalancing(Optional.of(Map.of("old", 0.01)), 0, OptionalDouble.empty()));
        List<Forecast> forecasts =
                List.of(Forecast.of("trend", "SPX", 0.08, 0.20), Forecast.of("carry", "BTC", -0.3, 0.6));
        AllocationPlan plan = new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, 10_000, settings)
                        .withMaxLosses(new MaxLossPerContract(Map.of(), OptionalDouble.of(300))));
        Path file = folder.resolve("allocations.json");
        new JsonAllocationStore()
                .save(
                        file,
                        new PublishedPlan(
                                Instant.EPOCH,
                                Instant.EPOCH,
                                plan,
                                new TreeMap<>(Map.of("method", "fractional_kelly", "per_play_cap", 0.07)),
                                new TreeMap<>(Map.of("min_dsr", 0.95)),
                                false,
                                Optional.empty()),
                        Instant.EPOCH);
        return file;
    }

    private int run(String... options) {
        return run(saved(), options);
    }

    private int run(Path file, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "--allocations";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return streams.run(new ExplainCommand(streams.terminal(), new JsonAllocationStore()), arguments);
    }
}
