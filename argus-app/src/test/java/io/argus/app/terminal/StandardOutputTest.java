package io.argus.app.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StandardOutputTest {

    @Test
    void whatTheDiskHasNoRoomForIsLost() {
        Terminal terminal = terminal(new Failing("No space left on device"));
        assertThat(terminal.lostResults()).isFalse();
        terminal.result("a result");
        assertThat(terminal.lostResults()).isTrue();
        terminal = terminal(new Failing("No space left on device"));
        terminal.results().println("help");
        assertThat(terminal.lostResults()).isTrue();
    }

    @Test
    void aReaderThatHasGoneMissesNothingAndIsWrittenToNoMore() {
        Failing pipe = new Failing("Broken pipe");
        Terminal terminal = terminal(pipe);
        terminal.result("a line");
        int asked = pipe.asked;
        terminal.result("and more");
        assertThat(terminal.lostResults()).isFalse();
        assertThat(pipe.asked).isEqualTo(asked);
    }

    @Test
    void aReaderThatHasGoneIsKnownInEveryLanguage() {
        StandardOutput spanish = new StandardOutput(new Failing("Tubería rota"), () -> "Tubería rota");
        assertThatCode(() -> spanish.write('x')).doesNotThrowAnyException();
        StandardOutput full =
                new StandardOutput(new Failing("No queda espacio en el dispositivo"), () -> "Tubería rota");
        assertThatThrownBy(() -> full.write('x')).isInstanceOf(IOException.class);
    }

    @Test
    void allElseArrivesAsItIs() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Terminal terminal = terminal(bytes);
        terminal.result("größer");
        terminal.result(stream -> stream.write('x'));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("größer" + System.lineSeparator() + "x");
        assertThat(terminal.lostResults()).isFalse();
    }

    private static Terminal terminal(OutputStream target) {
        PrintStream out = new PrintStream(new StandardOutput(target), true, StandardCharsets.UTF_8);
        return new Terminal(out, out, InstantSource.system(), false, Ansi.OFF);
    }

    private static final class Failing extends OutputStream {

        private final String reason;
        private int asked;

        private Failing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int value) throws IOException {
            asked++;
            throw new IOException(reason);
        }
    }
}
