package io.argus.app.cli;

import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.StrategyDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code argus strategies}. */
@Command(
        name = "strategies",
        description = "Lists the strategies found, with their parameters, defaults and ranges.",
        footer = {"", "Example:", "  argus strategies --plugin my-strategies.jar"})
final class StrategiesCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    StrategiesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        List<StrategyDescriptor> found = options.catalog().descriptors();
        terminal.result(
                format.json()
                        ? Json.text(Map.of(
                                "strategies",
                                found.stream().map(StrategiesCommand::json).toList()))
                        : text(found));
    }

    private String text(List<StrategyDescriptor> found) {
        StringBuilder text = new StringBuilder();
        for (StrategyDescriptor strategy : found) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(terminal.ansi().string("@|bold " + strategy.name() + "|@"))
                    .append(": ")
                    .append(strategy.description())
                    .append('\n');
            Table table = Table.of("parameter", "default", "meaning", "values");
            for (ParameterDescriptor parameter : strategy.parameters()) {
                table.row(parameter.name(), shown(parameter), parameter.description(), parameter.range());
            }
            text.append(table.render(terminal.ansi()));
        }
        return text.toString();
    }

    private static String shown(ParameterDescriptor parameter) {
        String value = parameter.defaultValue().toString();
        return value.isEmpty() ? "\"\"" : value;
    }

    private static Map<String, Object> json(StrategyDescriptor strategy) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (ParameterDescriptor parameter : strategy.parameters()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", parameter.name());
            fields.put("type", parameter.type().name().toLowerCase(Locale.ROOT));
            fields.put("default", parameter.defaultValue());
            parameter.minimum().ifPresent(minimum -> fields.put("minimum", minimum));
            parameter.maximum().ifPresent(maximum -> fields.put("maximum", maximum));
            if (!parameter.choices().isEmpty()) {
                fields.put("choices", parameter.choices());
            }
            fields.put("description", parameter.description());
            parameters.add(fields);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", strategy.name());
        fields.put("description", strategy.description());
        fields.put("parameters", parameters);
        return fields;
    }
}
