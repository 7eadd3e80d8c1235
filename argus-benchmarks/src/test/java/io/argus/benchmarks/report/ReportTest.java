package io.argus.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTest {

    private static final String RESULTS = """
            [{"benchmark": "io.argus.benchmarks.A.work", "params": {"size": "7", "form": "x"}, "vmName": "VM",
              "vmVersion": "17", "primaryMetric": {"score": 30.0, "scoreUnit": "us/op"},
              "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 400.0, "scoreUnit": "B/op"}}},
             {"benchmark": "io.argus.benchmarks.A.floor", "vmName": "VM", "vmVersion": "17",
              "primaryMetric": {"score": 10000.0, "scoreUnit": "ns/op"}, "secondaryMetrics": {}}]
            """;

    @TempDir
    private Path folder;

    @Test
    void eachLineShowsBothTimesTheirRatioAndWhetherAllGoalsAreMet() throws IOException {
        String work = "A.work(form=x, size=7)";

        String table = Report.table(
                results(),
                List.of(
                        target(work, Optional.of("A.floor"), Goal.atMostTimes(3), Goal.withinMillis(0.03)),
                        target(work, Optional.of("A.floor"), Goal.atMostTimes(2.9), Goal.withinMillis(1)),
                        target(work, Optional.empty(), Goal.millionsASecond(0.1, 3)),
                        target(work, Optional.empty(), Goal.millionsASecond(0.11, 3)),
                        target(work, Optional.empty(), Goal.allocatingNothing(1_000)),
                        target(work, Optional.empty(), Goal.allocatingNothing(100)),
                        target("A.floor", Optional.empty(), Goal.allocatingNothing(100)),
                        target(work, Optional.of("A.other"), Goal.atMostTimes(3)),
                        target("A.other", Optional.empty(), Goal.withinMicros(1)),
                        target(work, Optional.of("A.floor"))));

        assertThat(table.lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "work / floor or peer argus floor ratio reach met",
                        "a 30.0 us 10.0 us 3.00 x <= 3 x, <= 0.03 ms yes",
                        "a 30.0 us 10.0 us 3.00 x <= 2.9 x, <= 1 ms no",
                        "a 30.0 us - - >= 0.1 M/s yes",
                        "a 30.0 us - - >= 0.11 M/s no",
                        "a 30.0 us - - 0 bytes/step yes",
                        "a 30.0 us - - 0 bytes/step no",
                        "a 10.0 us - - 0 bytes/step not run",
                        "a 30.0 us - - <= 3 x not run",
                        "a - - - <= 1 us not run",
                        "a 30.0 us 10.0 us 3.00 x -",
                        "VM 17");
    }

    @Test
    void theTableFitsIntoAHundredColumns() throws IOException {
        assertThat(Report.table(results(), Target.all()).lines()).allMatch(line -> line.length() <= 100);
    }

    /** A line about a benchmark that was renamed would say "not run" for ever. */
    @Test
    void everyLineIsAboutABenchmarkThatThereIs() throws IOException {
        String known;
        try (InputStream in = ReportTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            known = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        List<String> named = Target.all().stream()
                .flatMap(target -> Stream.concat(Stream.of(target.ours()), target.beside().stream()))
                .map(name -> name.replaceAll("\\(.*", ""))
                .toList();

        assertThat(named).allSatisfy(name -> {
            String[] parts = name.split("\\.", 2);
            assertThat(known).containsPattern("\\." + parts[0] + " .* " + parts[1] + " ");
        });
    }

    private static Target target(String ours, Optional<String> beside, Goal... goals) {
        return new Target("a", ours, beside, List.of(goals));
    }

    private Results results() throws IOException {
        return Results.read(List.of(Files.writeString(folder.resolve("results.json"), RESULTS)));
    }
}
