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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
                time(document, "as_of"),
                time(document, "valid_until"),
                new AllocationPlan(
                        size(document, "equity"),
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
                JsonFields.findText(document, "empty_reason").filter(reason -> !reason.isEmpty()));
    }

    private Allocation allocation(JsonNode node) {
        JsonNode written = required(node, "forecast");
        Forecast forecast = new Forecast(
                text(node, "strategy_id"),
                text(node, "run_id"),
                text(node, "instrument"),
                Optional.empty(),
                number(written, "mu"),
                size(written, "sigma"),
                0,
                size(written, "cost"),
                number(written, "confidence"),
                OptionalDouble.empty(),
                JsonFields.number(written, "mu_raw", number(written, "mu")),
                constant(Forecast.MuSource.values(), Forecast.MuSource::key, written, "mu_source"),
                constant(Forecast.SigmaSource.values(), Forecast.SigmaSource::key, written, "sigma_source"));
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
                constant(Allocation.Unit.values(), Allocation.Unit::key, node, "unit"),
                number(node, "kelly_raw"),
                trail);
    }

    private static <E> E constant(E[] all, Function<E, String> name, JsonNode node, String key) {
        String told = text(node, key);
        return Arrays.stream(all)
                .filter(each -> name.apply(each).equals(told))
                .findFirst()
                .orElseThrow(() -> new WrongTypeException(
                        node,
                        "." + key,
                        "one of " + Arrays.stream(all).map(name).collect(Collectors.joining(", ")),
                        node.get(key)));
    }

    private static Instant time(JsonNode node, String key) {
        return JsonFields.time(node, key)
                .orElseThrow(() -> new WrongTypeException(node, "." + key, "a time", node.path(key)));
    }

    private JsonNode required(JsonNode node, String key) {
        if (!node.has(key)) {
            throw new DataException(origin, "is no allocations document: " + key + " is missing");
        }
        return node.get(key);
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual()) {
            throw new WrongTypeException(node, "." + key, "a text", value);
        }
        return value.textValue();
    }

    private static double number(JsonNode node, String key) {
        return JsonFields.number(node, key)
                .orElseThrow(() -> new WrongTypeException(node, "." + key, "a number", node.path(key)));
    }

    /** A number that is not negative. */
    private static double size(JsonNode node, String key) {
        return JsonFields.size(node, key)
                .orElseThrow(() -> new WrongTypeException(node, "." + key, "a number", node.path(key)));
    }
}
