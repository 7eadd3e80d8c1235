package io.argus.app.process;

import io.argus.app.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A user's strategy as no strategy should be: it prints, it counts across its runs, and its order has a long name. */
final class ChattyPlugin {

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
        return PluginJar.compiled(folder.resolve("chatty.jar"), source, Map.of(PluginJar.SERVICE, "chatty.Chatty"));
    }
}
