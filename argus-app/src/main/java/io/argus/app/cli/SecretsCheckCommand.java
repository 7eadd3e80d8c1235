package io.argus.app.cli;

import io.argus.app.config.SecretStores;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code argus secrets check}. */
@Command(
        name = "check",
        description = {
            "Says which names have a value, never the value.",
            "Ends with 3 when the file can be read by others or not at all, when it holds nothing, or "
                    + "when a name that was asked for is missing."
        },
        footer = {"", "Example:", "  argus secrets check deribit_client_id deribit_client_secret"})
final class SecretsCheckCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final SecretStores stores;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private SecretsOption secrets = new SecretsOption();

    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "NAME", description = "Names that must have a value (default: those that are there).")
    private List<String> names = new ArrayList<>();

    SecretsCheckCommand(Terminal terminal, SecretStores stores) {
        this.terminal = terminal;
        this.stores = stores;
    }

    @Override
    public Integer call() {
        Path file = secrets.file();
        List<String> present = List.of();
        List<String> problems = new ArrayList<>();
        try {
            present = stores.at(file).names();
            if (present.isEmpty()) {
                problems.add(file + ": holds no secret; argus secrets set NAME keeps one");
            }
        } catch (DataException e) {
            problems.add(e.getMessage());
        }
        Map<String, Boolean> found = new LinkedHashMap<>();
        for (String name : names.isEmpty() ? present : names) {
            found.put(name, present.contains(name));
        }
        print(file, found, problems);
        return problems.isEmpty() && !found.containsValue(false) ? 0 : Failures.FELL_SHORT;
    }

    private void print(Path file, Map<String, Boolean> found, List<String> problems) {
        if (format.json()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", file.toString());
            document.put("secrets", found);
            document.put("problems", problems);
            terminal.result(Json.text(document));
            return;
        }
        if (!found.isEmpty()) {
            Table table = Table.of("secret", "value");
            found.forEach((name, there) -> table.row(name, there ? "kept" : "missing"));
            terminal.result(table.render(terminal.ansi()));
        }
        problems.forEach(options.terminal(terminal)::error);
    }
}
