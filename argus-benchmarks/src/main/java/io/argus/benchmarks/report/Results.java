package io.argus.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The measurements of one or more of JMH's JSON files, by the class and method of the benchmark and, where it has any,
 * its parameters, as in {@code MonteCarloBenchmark.paths(meanBlock=5)}.
 */
final class Results {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, Measured> byName = new TreeMap<>();
    private String machine = "";

    private Results() {}

    /** Where a benchmark stands in several files, the last one counts. */
    static Results read(List<Path> files) throws IOException {
        Results results = new Results();
        for (Path file : files) {
            for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
                results.add(each);
            }
        }
        return results;
    }

    Optional<Measured> find(String benchmark) {
        return Optional.ofNullable(byName.get(benchmark));
    }

    /** The JVM that ran the last of them. */
    String machine() {
        return machine;
    }

    private void add(JsonNode result) {
        JsonNode time = result.path("primaryMetric");
        double bytes =
                result.path("secondaryMetrics").path(ALLOCATED).path("score").asDouble(Double.NaN);
        double nanos =
                time.path("score").asDouble() * nanosIn(time.path("scoreUnit").asText());
        byName.put(name(result), new Measured(nanos, bytes));
        machine =
                result.path("vmName").asText() + " " + result.path("vmVersion").asText();
    }

    private static String name(JsonNode result) {
        String[] path = result.path("benchmark").asText().split("\\.", -1);
        StringBuilder name = new StringBuilder(path[path.length - 2] + "." + path[path.length - 1]);
        Map<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        if (!parameters.isEmpty()) {
            String listed = parameters.toString();
            name.append('(').append(listed, 1, listed.length() - 1).append(')');
        }
        return name.toString();
    }

    private static double nanosIn(String unit) {
        return switch (unit) {
            case "ns/op" -> 1;
            case "us/op" -> 1e3;
            case "ms/op" -> 1e6;
            case "s/op" -> 1e9;
            default -> throw new IllegalArgumentException("no time an operation: " + unit);
        };
    }
}
