package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.strategy.Parameters;
import io.argus.research.experiment.RegimeBucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What artifacts of runs and rankings tell in the same form. */
final class RunParts {

    private RunParts() {}

    static Parameters parameters(JsonNode node, String key) {
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode parameters = JsonFields.object(node, key);
        parameters.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                JsonFields.number(parameters, entry.getKey());
            }
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                values.put(entry.getKey(), value.longValue());
            } else if (value.isNumber()) {
                values.put(entry.getKey(), new BigDecimal(value.asText()));
            } else if (value.isBoolean()) {
                values.put(entry.getKey(), value.booleanValue());
            } else if (!value.isNull()) {
                values.put(entry.getKey(), value.isTextual() ? value.textValue() : value.toString());
            }
        });
        return Parameters.of(values);
    }

    static ArrayNode instruments(Map<String, Optional<ContractSpec.Kind>> instruments) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        instruments.forEach((symbol, kind) -> {
            ObjectNode each = array.addObject().put("symbol", symbol);
            kind.ifPresent(known -> each.put("kind", known.name().toLowerCase(Locale.ROOT)));
        });
        return array;
    }

    static Map<String, Optional<ContractSpec.Kind>> instruments(JsonNode node, String key) {
        Map<String, Optional<ContractSpec.Kind>> instruments = new LinkedHashMap<>();
        for (JsonNode each : JsonFields.textsOrObjects(node, key)) {
            String symbol = each.isTextual() ? each.textValue() : JsonFields.text(each, "symbol", "");
            if (!symbol.isBlank()) {
                instruments.put(symbol, each.isTextual() ? Optional.empty() : kind(JsonFields.text(each, "kind", "")));
            }
        }
        return instruments;
    }

    static ObjectNode regimes(List<RegimeBucket> buckets) {
        ObjectNode node = JsonDocuments.object();
        buckets.forEach(
                bucket -> node.putObject(bucket.key()).put("pnl", bucket.pnl()).put("bars", bucket.bars()));
        return node;
    }

    /** Other programs may tell another figure of each: then there is no P&L. */
    static List<RegimeBucket> regimes(JsonNode node, String key) {
        List<RegimeBucket> buckets = new ArrayList<>();
        JsonNode told = JsonFields.object(node, key);
        told.properties().forEach(entry -> {
            JsonNode bucket =
                    entry.getValue().isNumber() ? JsonDocuments.object() : JsonFields.object(told, entry.getKey());
            buckets.add(new RegimeBucket(
                    entry.getKey(),
                    JsonFields.number(bucket, "pnl", 0),
                    Math.max(0, JsonFields.count(bucket, "bars"))));
        });
        return buckets;
    }

    private static Optional<ContractSpec.Kind> kind(String name) {
        for (ContractSpec.Kind kind : ContractSpec.Kind.values()) {
            if (kind.name().equalsIgnoreCase(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
