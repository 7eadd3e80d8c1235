package io.argus.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The modules that others embed, as this build packaged them. */
final class InstalledModules {

    private static final String VERSION = System.getProperty("argus.version");

    private InstalledModules() {}

    /** A module's jar. */
    static Path jar(String module) {
        return LaunchedArgus.CHECKOUT.resolve(module).resolve("target").resolve(module + "-" + VERSION + ".jar");
    }

    /** Puts them and the poms they lean on into a Maven repository, as {@code install} would. */
    static void into(Path repository) throws IOException {
        install(repository, "argus-parent", "pom", LaunchedArgus.CHECKOUT.resolve("pom.xml"));
        install(repository, "argus-bom", "pom", LaunchedArgus.CHECKOUT.resolve("argus-bom/pom.xml"));
        for (String module : List.of("argus-domain", "argus-allocation", "argus-testkit")) {
            install(
                    repository,
                    module,
                    "pom",
                    LaunchedArgus.CHECKOUT.resolve(module).resolve("pom.xml"));
            install(repository, module, "jar", jar(module));
        }
    }

    private static void install(Path repository, String artifact, String extension, Path file) throws IOException {
        Path folder = repository.resolve("io/argus").resolve(artifact).resolve(VERSION);
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(artifact + "-" + VERSION + "." + extension));
    }
}
