package io.argus.connectors.file.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.research.testing.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas that {@code argus schema} prints, against the golden documents. */
class SchemaTest {

    @ParameterizedTest
    @CsvSource({
        "experiment, experiment",
        "rankings, rankings",
        "killed, killed",
        "candidates, candidates",
        "allocations, allocations",
        "allocations, allocations-empty",
        "pack, pack"
    })
    void goldenDocumentsAreValidAndNothingInThemIsUntold(String schema, String document) throws IOException {
        assertThat(faults(schema, golden(document))).isEmpty();
    }

    @Test
    void everyLineOfTheLedgerIsValid() throws IOException {
        for (String line : text("/golden/trials.jsonl").lines().toList()) {
            JsonNode trial = JsonDocuments.parse("trials.jsonl", line.getBytes(StandardCharsets.UTF_8));
            assertThat(faults("trial", trial)).isEmpty();
        }
    }

    @Test
    void aPackMayHoldSnapshotsAlone() throws IOException {
        ObjectNode document = (ObjectNode) golden("pack");
        document.remove("bars");

        assertThat(faults("pack", document)).isEmpty();
    }

    /** A value that no document of the program's can have, in the place of one that it has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "allocations | /equity                              | 0",
                "allocations | /config/per_play_cap                 | 7",
                "allocations | /config/method                       | 'martingale'",
                "allocations | /allocations/0/weight                | -1.01",
                "allocations | /allocations/0/forecast/confidence   | 1.2",
                "experiment  | /manifest/execution_config/slippage  | 1",
                "experiment  | /manifest/execution_config/slippage  | 'none'",
                "experiment  | /manifest/execution_config/quote_source | 'best'",
                "experiment  | /manifest/execution_config/allow_naked  | 'no'",
                "experiment  | /manifest/mc_bootstrap/ruin_level    | 1",
                "experiment  | /manifest/mc_bootstrap/ruin_probability | 1.5",
                "experiment  | /result/portfolio/starting_cash      | 0",
                "experiment  | /result/execution/fill_rate          | 2",
                "experiment  | /result/daily_returns/returns/0      | -1.5",
                "experiment  | /result/closed_trades/0/exit_price   | -1",
                "rankings    | /rankings/0/rank                     | 0",
                "rankings    | /rankings/0/dsr                      | 1.1",
                "rankings    | /rankings/0/dsr                      | -0.1",
                "rankings    | /rankings/0/regime_sensitivity_score | 2",
                "rankings    | /significance/pbo                    | 2",
                "rankings    | /significance/spa/p_consistent       | -1",
                "killed      | /killed/0/kill_reasons               | 'many'",
                "candidates  | /admitted/0/composite_score          | 'high'",
                "candidates  | /refused/0/reason                    | null",
                "pack        | /bars/0/open                         | 0",
                "pack        | /bars/0/low                          | -1",
                "pack        | /bars/0/volume                       | -1",
                "pack        | /regimes/0/confidence                | 1.5",
                "pack        | /instruments/0/multiplier            | 0",
                "pack        | /instruments/0/fee_schedule          | 'free'",
                "pack        | /instruments/0/fee_schedule/slippage_rate   | 1",
                "pack        | /instruments/0/fee_schedule/commission_rate | -0.1",
                "pack        | /instruments/0/fee_schedule/commission_rate | 'little'",
                "pack        | /snapshots/0/underlying_price        | 0",
                "pack        | /snapshots/0/quotes_json/puts/0/strike | 0",
                "pack        | /snapshots/0/quotes_json/puts/0/bid  | -1",
                "pack        | /trades/0/taker                      | 'nobody'"
            })
    void whatCannotBeIsNotValid(String schema, String place, String value) throws IOException {
        JsonNode document = golden(schema);
        JsonPointer at = JsonPointer.compile(place);
        JsonNode wrong = JsonDocuments.parse(place, value.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(document.at(at).isMissingNode()).as(place).isFalse();
        JsonNode parent = document.at(at.head());
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), wrong);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), wrong);
        }

        assertThat(faults(schema, document)).as(place).isNotEmpty();
    }

    @Test
    void whatNobodySaidOfATradeIsValid() throws IOException {
        ObjectNode document = (ObjectNode) golden("pack");
        ((ObjectNode) document.path("trades").path(0)).put("taker", "unknown");

        assertThat(faults("pack", document)).isEmpty();
    }

    @Test
    void whatIsWrongIsFound() throws IOException {
        ObjectNode document = (ObjectNode) golden("allocations");
        document.remove("as_of");
        document.put("equity", "much");
        ((ObjectNode) document.path("allocations").path(0)).put("side", "up");

        assertThat(faults("allocations", document))
                .containsExactlyInAnyOrder(
                        "/as_of is missing", "/equity is no number", "/allocations/0/side is none of the values");
    }

    private static List<String> faults(String schema, JsonNode document) throws IOException {
        return JsonSchema.faultsAndUntold(
                JsonDocuments.map(resource("/io/argus/connectors/file/schema/" + schema + ".json")),
                JsonDocuments.map(document));
    }

    private static JsonNode golden(String name) throws IOException {
        return resource("/golden/" + name + ".json");
    }

    private static JsonNode resource(String path) throws IOException {
        return JsonDocuments.parse(path, text(path).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String path) throws IOException {
        try (InputStream in = Objects.requireNonNull(SchemaTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
