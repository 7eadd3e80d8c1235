package io.argus.app.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of the build, as the parent pom lists them. Tests run in the folder of their own module. */
final class Reactor {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    private Reactor() {}

    static List<String> modules() {
        try {
            return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String module) {
        return ROOT.resolve(module);
    }

    /** Where the build of a module puts what it makes. */
    static Path target(String module) {
        return folder(module).resolve("target");
    }
}
