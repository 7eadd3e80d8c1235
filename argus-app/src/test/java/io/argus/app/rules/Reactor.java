package io.argus.app.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The modules of the build that have code, as the parent pom lists them: one of packaging {@code pom} has none. Tests run
 * in the folder of their own module.
 */
final class Reactor {

    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    private Reactor() {}

    static List<String> modules() {
        return MODULE.matcher(pom(ROOT))
                .results()
                .map(found -> found.group(1))
                .filter(module -> !pom(folder(module)).contains("<packaging>pom</packaging>"))
                .toList();
    }

    /** The text of the pom in a folder. */
    static String pom(Path folder) {
        try {
            return Files.readString(folder.resolve("pom.xml"));
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
