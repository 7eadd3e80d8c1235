package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.DataException;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.PortfolioRisk;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.domain.allocation.Trade;
import io.argus.domain.forecast.Forecast;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code allocations.json} back. */
final class AllocationDocument {

    private final String origin;

    private AllocationDocument(String origin) {
        this.origin = origin;
    }

    static PublishedPlan read(Path file) {
        String origin = file.toString();
        try {
            return new AllocationDocument(origin).read(JsonDocuments.parse(origin, JsonDocuments.bytes(file)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DataException(origin, "is no allocations document: " + e.getMessage(), e);
        }
    }

    private PublishedPlan read(JsonNode document) {
        try {
            return plan(document);
        } catch (WrongTypeException e) {
            throw new DataException(origin, "is no allocations document: " + e.within(document), e);
        }
    }

    private PublishedPlan plan(JsonNode document) {
        JsonDocuments.requireVersion(origin, document);
        List<Allocation> allocations = new ArrayList<>();
        required(document, "allocations");
        for (JsonNode each : JsonFields.objects(document, "allocations")) {
            allocations.add(allocation(each));
        }
        JsonNode portfolio = JsonFields.object(document, "portfolio");
        List<Trade> trades = new ArrayList<>();
        for (JsonNode each : document.path("trades")) {
            trades.add(new Trade(text(each, "strategy"), number(each, "from"), number(each, "to")));
        }
        List<String> notes = new ArrayList<>();
        document.path("notes").forEach(note -> notes.add(note.asText()));
        SortedMap<String, Object> config = new TreeMap<>(JsonDocuments.map(document.path("config")));
        SortedMap<String, Double> gates = new TreeMap<>();
        JsonNode written = JsonFields.object(document, "gates");
        written.properties().stream()
                .filter(gate -> gate.getValue().isNumber())
                .forEach(gate -> gates.put(gate.getKey(), gate.getValue().doubleValue()));
        return new PublishedPlan(
                Instant.parse(text(document, "as_of")),
                Instant.parse(text(document, "valid_until")),
                new AllocationPlan(
                        number(document, "equity"),
                        allocations,
                        new PortfolioRisk(
                                JsonFields.number(portfolio, "expected_vol"),
                                JsonFields.number(portfolio, "cvar_95"),
                                JsonFields.number(portfolio, "joint_mc_p95_drawdown")),
                        trades,
                        notes),
                config,
                gates,
                JsonFields.flag(written, "relaxed"),
                Optional.of(JsonFields.text(document, "empty_reason", "")).filter(reason -> !reason.isEmpty()));
    }

    private Allocation allocation(JsonNode node) {
        JsonNode written = required(node, "forecast");
        Forecast forecast = new Forecast(
                text(node, "strategy_id"),
                text(node, "run_id"),
                text(node, "instrument"),
                Optional.empty(),
                number(written, "mu"),
                number(written, "sigma"),
                0,
                number(written, "cost"),
                number(written, "confidence"),
                OptionalDouble.empty(),
                JsonFields.number(written, "mu_raw", number(written, "mu")),
                constant(Forecast.MuSource.values(), text(written, "mu_source")),
                constant(Forecast.SigmaSource.values(), text(written, "sigma_source")));
        List<Adjustment> trail = new ArrayList<>();
        required(node, "trail");
        for (JsonNode step : JsonFields.objects(node, "trail")) {
            trail.add(new Adjustment(
                    JsonFields.words(step, "step"),
                    number(step, "before"),
                    number(step, "after"),
                    text(step, "reason")));
        }
        return new Allocation(
                forecast,
                number(node, "weight"),
                number(node, "dollar_risk"),
                node.hasNonNull("contracts")
                        ? OptionalLong.of(JsonFields.count(node, "contracts"))
                        : OptionalLong.empty(),
                constant(Allocation.Unit.values(), text(node, "unit")),
                number(node, "kelly_raw"),
                trail);
    }

    private <E extends Enum<E>> E constant(E[] all, String key) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElseThrow(() -> new DataException(origin, "there is no " + key + " among " + Arrays.toString(all)));
    }

    private JsonNode required(JsonNode node, String key) {
        if (!node.has(key)) {
            throw new DataException(origin, "is no allocations document: " + key + " is missing");
        }
        return node.get(key);
    }

    private String text(JsonNode node, String key) {
        JsonNode value = required(node, key);
        if (!value.isTextual()) {
            throw new DataException(origin, "is no allocations document: " + key + " must be text, not " + value);
        }
        return value.textValue();
    }

    private double number(JsonNode node, String key) {
        JsonNode value = required(node, key);
        if (!value.isNumber()) {
            throw new DataException(origin, "is no allocations document: " + key + " must be a number, not " + value);
        }
        return value.doubleValue();
    }
}
