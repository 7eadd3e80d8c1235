package io.argus.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A user's folder: the shipped configurations and samples, or files written for one test. */
final class Workspace {

    /** A sound market of a few days, for tests of everything but the market. */
    static final String FEW_BARS = """
            date,open,high,low,close,volume
            2020-01-02,100,101,99,100.5,1000
            2020-01-03,100.5,102,100,101,1000
            2020-01-06,101,103,100.5,102,1000
            """;

    private Workspace() {}

    static void withSamples(Path folder) throws IOException {
        Path shipped = LaunchedArgus.CHECKOUT.resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("config").resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** A configuration of one strategy on {@code bars.csv}. */
    static String config(String strategies) {
        return """
                pack:
                  symbols: [X]
                  bars: bars.csv
                strategies:
                %s
                evaluation:
                  allocation:
                    kelly_fraction: 0.25
                  allocations_output_path: logs/allocations.json
                """.formatted(strategies.indent(2).stripTrailing());
    }
}
