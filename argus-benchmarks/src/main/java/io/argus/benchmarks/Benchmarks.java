package io.argus.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts JMH with its own options, and, where these do not say otherwise, with the profiler that counts allocations and
 * with the results written beside the jar, where the report looks for them.
 */
public final class Benchmarks {

    private Benchmarks() {}

    /** With the options of JMH; {@code -h} lists them. */
    public static void main(String[] args) throws IOException, URISyntaxException {
        List<String> all = new ArrayList<>(List.of(args));
        unlessGiven(all, "-prof", "gc");
        unlessGiven(all, "-rf", "json");
        unlessGiven(all, "-rff", besideTheJar("benchmarks.json").toString());
        org.openjdk.jmh.Main.main(all.toArray(String[]::new));
    }

    private static void unlessGiven(List<String> args, String option, String value) {
        if (!args.contains(option)) {
            args.add(option);
            args.add(value);
        }
    }

    private static Path besideTheJar(String name) throws URISyntaxException {
        Path jar = Path.of(Benchmarks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.resolveSibling(name);
    }
}
