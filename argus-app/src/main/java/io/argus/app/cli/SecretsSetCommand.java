package io.argus.app.cli;

import io.argus.app.config.SecretStores;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code argus secrets set}. */
@Command(
        name = "set",
        description = {
            "Keeps a value under a name.",
            "The value is read from standard input, or typed without echo at the prompt; it is never "
                    + "an argument, which every user of the machine could read."
        },
        footer = {"", "Example:", "  argus secrets set deribit_client_secret < key.txt"})
final class SecretsSetCommand implements Runnable {

    private final Terminal terminal;
    private final SecretStores stores;
    private final SecretInput input;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private SecretsOption secrets = new SecretsOption();

    @Parameters(paramLabel = "NAME", description = "The name to keep it under, such as deribit_client_id.")
    private String name = "";

    SecretsSetCommand(Terminal terminal, SecretStores stores, SecretInput input) {
        this.terminal = terminal;
        this.stores = stores;
        this.input = input;
    }

    @Override
    public void run() {
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,99}")) {
            // Not quoted: who got the order wrong may have given the value here.
            throw new ConfigException("NAME", "is a letter and then letters, digits, '_', '.' or '-', 100 at most");
        }
        Path file = secrets.file();
        char[] value = input.read(name);
        try {
            stores.at(file).save(name, value);
        } finally {
            Arrays.fill(value, '\0');
        }
        options.terminal(terminal).say(name + " is kept in " + file);
    }
}
