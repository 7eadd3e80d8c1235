package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.file.SchemaVersion;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ContentHash;
import io.argus.domain.pack.Pack;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a pack's file says of the whole of it.
 *
 * @param hash of the content, where the file carries one
 * @param volatilityUnit in what implied volatilities are written, where the file says so
 * @param symbol what rows without a symbol are of
 * @param barDurationMs of series that {@code durations} does not name
 * @param durations of bars in milliseconds, by symbol
 */
record PackMetadata(
        Optional<ContentHash> hash,
        Optional<VolatilityUnit> volatilityUnit,
        Optional<String> symbol,
        Optional<TradingCalendar> calendar,
        OptionalLong barDurationMs,
        Map<String, Long> durations,
        Map<String, String> labels) {

    /** In what implied volatilities are written. */
    enum VolatilityUnit {
        DECIMAL(1),
        PERCENT(100);

        private final double perUnit;

        VolatilityUnit(double perUnit) {
            this.perUnit = perUnit;
        }

        double toDecimal(double written) {
            return written / perUnit;
        }
    }

    /**
     * @throws IllegalArgumentException when a value is of no use, or a later program wrote them
     */
    static PackMetadata read(JsonNode node) {
        SchemaVersion.require(node.path("schema_version"));
        Map<String, Long> durations = new TreeMap<>();
        for (JsonNode each : list(node, "bar_series")) {
            String symbol = text(each, "symbol")
                    .orElseThrow(() -> new IllegalArgumentException("metadata: a bar_series needs a symbol"));
            if (durations.put(symbol, positive("duration_ms", each.path("duration_ms"))) != null) {
                throw new IllegalArgumentException("metadata: bar_series has " + symbol + " twice");
            }
        }
        Map<String, String> labels = new TreeMap<>();
        node.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new PackMetadata(
                text(node, "content_hash").map(ContentHash::new),
                text(node, "iv_unit").map(PackMetadata::unit),
                text(node, "symbol"),
                text(node, "market").flatMap(InstrumentDocument::findCalendar),
                duration(node),
                durations,
                labels);
    }

    static PackMetadata none() {
        return read(JsonNodeFactory.instance.objectNode());
    }

    static ObjectNode write(Pack pack) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema_version", SchemaVersion.CURRENT);
        node.put("content_hash", pack.hash().hex());
        if (!pack.chains().isEmpty()) {
            node.put("iv_unit", "decimal");
        }
        ArrayNode series = node.putArray("bar_series");
        for (BarSeries bars : pack.bars()) {
            series.addObject().put("symbol", bars.symbol()).put("duration_ms", bars.durationMs());
        }
        if (!pack.labels().isEmpty()) {
            pack.labels().forEach(node.withObjectProperty("labels")::put);
        }
        return node;
    }

    private static OptionalLong duration(JsonNode node) {
        if (node.hasNonNull("bar_duration_ms")) {
            return OptionalLong.of(positive("bar_duration_ms", node.path("bar_duration_ms")));
        }
        if (!node.hasNonNull("bar_duration_seconds")) {
            return OptionalLong.empty();
        }
        JsonNode seconds = node.path("bar_duration_seconds");
        try {
            return OptionalLong.of(Math.multiplyExact(1000, positive("bar_duration_seconds", seconds)));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("metadata: no bar is as long as bar_duration_seconds: " + seconds, e);
        }
    }

    private static long positive(String name, JsonNode value) {
        if (!value.canConvertToLong() || value.longValue() <= 0 || value.doubleValue() != value.longValue()) {
            throw new IllegalArgumentException("metadata: " + name + " must be a positive whole number, not " + value);
        }
        return value.longValue();
    }

    private static JsonNode list(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException("metadata: " + key + " is not a list: " + value);
        }
        return value;
    }

    private static VolatilityUnit unit(String name) {
        for (VolatilityUnit unit : VolatilityUnit.values()) {
            if (unit.name().equalsIgnoreCase(name)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("metadata: iv_unit must be decimal or percent, not \"" + name + "\"");
    }

    private static Optional<String> text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
