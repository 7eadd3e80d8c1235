package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Packs from bar files, their outcomes followed by a loop that knows nothing of the engine's. */
class PackBuildCommandTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final long MINUTE_MS = 60_000;
    /** The day after Thanksgiving closes at 13:00 in New York. */
    private static final Session HALF_DAY = new Session("2023-11-24T14:30:00Z", "2023-11-24T18:00:00Z");

    private static final Session MONDAY = new Session("2023-11-27T14:30:00Z", "2023-11-27T21:00:00Z");

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    private record Session(long openMs, long closeMs) {

        Session(String open, String close) {
            this(Instant.parse(open).toEpochMilli(), Instant.parse(close).toEpochMilli());
        }

        /** How many minutes of it end after one instant and not after another. */
        long minutesEndingWithin(long afterMs, long toMs) {
            return LongStream.rangeClosed(1, (closeMs - openMs) / MINUTE_MS)
                    .map(minute -> openMs + minute * MINUTE_MS)
                    .filter(end -> end > afterMs && end <= toMs)
                    .count();
        }
    }

    @Test
    void outcomesOfAHalfDayCountTheMinutesThatItHad() throws IOException {
        Files.writeString(
                folder.resolve("bars.csv"),
                HEADER + minutes(HALF_DAY, at -> at % 37 != 0) + minutes(MONDAY, at -> true));

        JsonNode pack = built("bars.csv", "60s", "900,3600");

        int rows = 0;
        for (JsonNode outcome : pack.path("outcomes")) {
            followed(outcome, pack.path("bars"));
            rows++;
        }
        assertThat(rows).isEqualTo(2 * pack.path("bars").size());
    }

    @Test
    void dailyHorizonsCountSessionsOverAHoliday() throws IOException {
        Files.writeString(folder.resolve("days.csv"), """
                date,open,high,low,close,volume
                2023-11-21,100,101,99,100,1
                2023-11-22,100,103,99,102,1
                2023-11-24,102,104,101,103,1
                2023-11-27,103,105,100,101,1
                """);

        JsonNode eve = built("days.csv", "1d", "86400").path("outcomes").get(1);

        assertThat(Instant.ofEpochMilli(eve.path("window_end_ms").longValue())).isEqualTo("2023-11-24T18:00:00Z");
        assertThat(eve.path("bars_expected").intValue()).isEqualTo(1);
        assertThat(eve.path("status").textValue()).isEqualTo("OK");
        assertThat(eve.path("fwd_return").doubleValue()).isEqualTo(0.0098039216);
        assertThat(eve.path("max_runup").doubleValue()).isEqualTo(0.0196078431);
        assertThat(eve.path("max_drawdown").doubleValue()).isEqualTo(-0.0098039216);
        assertThat(eve.path("realized_vol").isNull()).isTrue();
    }

    @Test
    void bothFormsOfAPackHaveTheSameContent() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), HEADER + minutes(MONDAY, at -> true));
        String columns = folder.resolve("p.pack").toString();

        String inJson = built("bars.csv", "60s", "900")
                .path("metadata")
                .path("content_hash")
                .textValue();
        assertThat(build("bars.csv", "60s", "900", columns)).as(argus.err()).isZero();
        assertThat(argus.run("pack", "inspect", columns, "--format", "json")).isZero();

        assertThat(argus.out()).contains(inJson);
    }

    @Test
    void aHorizonThatDoesNotFitIsRefusedBeforeAnythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), HEADER + minutes(MONDAY, at -> true));

        assertThat(build("bars.csv", "60s", "30", folder.resolve("p.json").toString()))
                .isEqualTo(2);
        assertThat(argus.err()).contains("30 s");
        assertThat(folder.resolve("p.json")).doesNotExist();
    }

    @Test
    void aPackThatWasCutOffIsToldInALine() throws IOException {
        Files.writeString(folder.resolve("bars.csv"), HEADER + minutes(MONDAY, at -> true));
        Path pack = folder.resolve("p.json");
        build("bars.csv", "60s", "900", pack.toString());
        String text = Files.readString(pack);
        Files.writeString(pack, text.substring(0, text.length() / 2));

        assertThat(argus.run("pack", "inspect", pack.toString())).isEqualTo(1);
        assertThat(argus.err().lines()).singleElement().asString().contains("p.json");
    }

    private JsonNode built(String bars, String duration, String horizons) throws IOException {
        Path pack = folder.resolve("built.json");
        assertThat(build(bars, duration, horizons, pack.toString()))
                .as(argus.err())
                .isZero();
        return new ObjectMapper().readTree(pack.toFile());
    }

    private int build(String bars, String duration, String horizons, String pack) {
        return argus.run(
                "pack",
                "build",
                "--bars",
                folder.resolve(bars).toString(),
                "--symbol",
                "SPY",
                "--bar-duration",
                duration,
                "--horizons",
                horizons,
                "--gap-tolerance",
                "1",
                "--out",
                pack);
    }

    /** The definition, word by word: every later bar that closes no later than the window ends. */
    private static void followed(JsonNode outcome, JsonNode bars) {
        long start = outcome.path("timestamp_ms").longValue() + MINUTE_MS;
        long end = start + outcome.path("horizon_seconds").longValue() * 1_000;
        long dataEnd = bars.get(bars.size() - 1).path("timestamp_ms").longValue() + MINUTE_MS;
        List<JsonNode> window = new ArrayList<>();
        bars.forEach(bar -> {
            long close = bar.path("timestamp_ms").longValue() + MINUTE_MS;
            if (close > start && close <= end) {
                window.add(bar);
            }
        });
        long expected = HALF_DAY.minutesEndingWithin(start, end) + MONDAY.minutesEndingWithin(start, end);
        assertThat(outcome.path("window_start_ms").longValue()).isEqualTo(start);
        assertThat(outcome.path("window_end_ms").longValue()).isEqualTo(end);
        assertThat(outcome.path("bars_found").intValue()).isEqualTo(window.size());
        assertThat(outcome.path("bars_expected").longValue()).isEqualTo(expected);
        String status = end > dataEnd || window.isEmpty() ? "INCOMPLETE" : expected - window.size() > 1 ? "GAP" : "OK";
        assertThat(outcome.path("status").textValue()).isEqualTo(status);
        double reference = outcome.path("close_now").doubleValue();
        if (status.equals("INCOMPLETE")) {
            assertThat(outcome.path("fwd_return").isNull()).isTrue();
            return;
        }
        double last = window.get(window.size() - 1).path("close").doubleValue();
        assertThat(outcome.path("fwd_return").doubleValue()).isCloseTo(last / reference - 1, within(1e-10));
        if (status.equals("GAP")) {
            assertThat(outcome.path("max_runup").isNull()).isTrue();
            return;
        }
        double highest = window.stream()
                .mapToDouble(bar -> bar.path("high").doubleValue())
                .max()
                .orElseThrow();
        double lowest = window.stream()
                .mapToDouble(bar -> bar.path("low").doubleValue())
                .min()
                .orElseThrow();
        assertThat(outcome.path("max_runup").doubleValue()).isCloseTo(highest / reference - 1, within(1e-10));
        assertThat(outcome.path("max_drawdown").doubleValue()).isCloseTo(lowest / reference - 1, within(1e-10));
    }

    /** Bars of a session's minutes, those left out that a condition on their number does not want. */
    private static String minutes(Session session, LongPredicate wanted) {
        StringBuilder csv = new StringBuilder();
        for (long at = 0; at < (session.closeMs() - session.openMs()) / MINUTE_MS; at++) {
            double close = 100 + Math.floorMod(at * 7_919, 101) / 50.0;
            if (wanted.test(at)) {
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,10%n",
                        Instant.ofEpochMilli(session.openMs() + at * MINUTE_MS),
                        close,
                        close + 0.25,
                        close - 0.25,
                        close));
            }
        }
        return csv.toString();
    }
}
