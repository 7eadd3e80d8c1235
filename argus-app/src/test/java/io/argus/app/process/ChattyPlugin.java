package io.argus.app.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** A user's strategy as no strategy should be: it prints, it counts across its runs, and its order has a long name. */
final class ChattyPlugin {

    private static final String SERVICE = "META-INF/services/io.argus.domain.strategy.StrategyFactory";

    private static final String SOURCE = """
            package chatty;

            import io.argus.domain.strategy.*;
            import java.util.List;

            public final class Chatty implements StrategyFactory {

                private static int made;

                @Override
                public StrategyDescriptor descriptor() {
                    System.out.println("chatty is described");
                    return new StrategyDescriptor("Chatty", "prints", List.of());
                }

                @Override
                public Strategy create(Parameters parameters) {
                    int units = ++made;
                    return market -> {
                        System.out.println("chatty decides");
                        String symbol = market.instruments().get(0).symbol();
                        return market.holding(symbol) > 0 || market.pendingOrders(symbol) > 0
                                ? List.of()
                                : List.of(Order.market(symbol, Side.BUY, Quantity.units(units))
                                        .tagged("a name\\nthat goes on " + "and on ".repeat(20)));
                    };
                }
            }
            """;

    private ChattyPlugin() {}

    /** Its jar, made in a folder. */
    static Path in(Path folder) throws IOException {
        Path source = Files.writeString(
                Files.createDirectories(folder.resolve("source/chatty")).resolve("Chatty.java"), SOURCE);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString()))
                .isZero();
        Path jar = folder.resolve("chatty.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path file : compiled.filter(Files::isRegularFile).toList()) {
                entry(entries, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            entry(entries, SERVICE, "chatty.Chatty".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
