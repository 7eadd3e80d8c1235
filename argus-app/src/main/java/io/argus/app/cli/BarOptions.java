package io.argus.app.cli;

import io.argus.app.config.Market;
import io.argus.app.research.PackStep;
import io.argus.app.terminal.Counted;
import io.argus.domain.ConfigException;
import io.argus.research.port.BarSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Which bars to take, and which outcomes to follow them to; for commands that begin with bars. */
final class BarOptions {

    @Option(
            names = "--bars",
            required = true,
            paramLabel = "F.csv",
            description = "A file of bars, also gzipped; once for each symbol.")
    private List<Path> bars = new ArrayList<>();

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "S",
            description = "What the bars are of; once for each file, in their order.")
    private List<String> symbols = new ArrayList<>();

    @Option(
            names = "--bar-duration",
            required = true,
            paramLabel = "60s|1d",
            converter = DurationConverter.class,
            description = "Length of a bar: a number with s, m, h or d.")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--horizons",
            paramLabel = "N",
            split = ",",
            description = "How far to follow each bar, in seconds (default: 300,900,3600, one day for daily bars).")
    private List<Long> horizons = new ArrayList<>();

    @Option(
            names = "--gap-tolerance",
            paramLabel = "N",
            defaultValue = "1",
            description = "Bars that may be missing in a window before it counts as a gap (default: ${DEFAULT-VALUE}).")
    private int gapTolerance;

    @Option(
            names = "--market",
            paramLabel = "M",
            defaultValue = "EQUITIES",
            description = "EQUITIES, on the New York exchange's hours, or CRYPTO, round the clock (default:"
                    + " ${DEFAULT-VALUE}).")
    private Market market = Market.EQUITIES;

    @Option(
            names = "--on-bad-row",
            paramLabel = "fail|skip",
            defaultValue = "fail",
            description = "What to do about a row that cannot be right (default: ${DEFAULT-VALUE}).")
    private String onBadRow = "fail";

    /**
     * @throws ConfigException when the options do not fit each other
     */
    PackStep.Request request() {
        if (bars.size() != symbols.size()) {
            throw new ConfigException(
                    "--symbol",
                    "is given " + Counted.of(symbols.size(), "time") + " for " + Counted.of(bars.size(), "file")
                            + " of --bars");
        }
        if (new HashSet<>(symbols).size() < symbols.size()) {
            throw new ConfigException("--symbol", "names one symbol twice: " + String.join(", ", symbols));
        }
        if (symbols.stream().anyMatch(String::isBlank)) {
            throw new ConfigException("--symbol", "is empty");
        }
        if (gapTolerance < 0) {
            throw new ConfigException("--gap-tolerance", "must not be negative: " + gapTolerance);
        }
        boolean skip = onBadRow.equals("skip");
        if (!skip && !onBadRow.equals("fail")) {
            throw new ConfigException("--on-bad-row", "is fail or skip, not \"" + onBadRow + "\"");
        }
        long durationMs = duration.toMillis();
        if (durationMs < 1000 || durationMs % 1000 != 0) {
            throw new ConfigException("--bar-duration", "is whole seconds, at least one: " + durationMs + " ms");
        }
        List<BarSource.Request> requests = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            requests.add(new BarSource.Request(
                    bars.get(i),
                    symbols.get(i),
                    durationMs,
                    market.calendar(),
                    Optional.empty(),
                    Optional.empty(),
                    skip));
        }
        List<Long> checked = PackStep.horizons(horizons.stream().distinct().toList(), durationMs, market.calendar());
        return new PackStep.Request(
                requests, market.calendar(), Optional.of(checked), gapTolerance, OptionalInt.empty());
    }
}
