package io.argus.app.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts from outside break no line and turn none around. */
class OneLineTest {

    private static final String HOSTILE = "a\nerror: b\r\tc\u001b[2Jd\u202ee\u2067f\u2028g\u0085";
    private static final String SHOWN = "a\\nerror: b\\r\\tc\\u001b[2Jd\\u202ee\\u2067f\\u2028g\\u0085";

    @Test
    void whatMisleadsIsEscaped() {
        assertThat(OneLine.of(HOSTILE)).isEqualTo(SHOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "naïve – “100 €” 東京 \uD83D\uDE00", "C:\\new"})
    void whatDoesNotIsLeftAsItIs(String text) {
        assertThat(OneLine.of(text)).isSameAs(text);
    }

    @Test
    void everyMessageIsOneLine() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, InstantSource.system(), false, Ansi.OFF);

        terminal.say(HOSTILE);
        terminal.warn(HOSTILE);
        terminal.error(HOSTILE);

        assertThat(err.toString(StandardCharsets.UTF_8).split("\n", -1))
                .containsExactly(SHOWN, "warning: " + SHOWN, "error: " + SHOWN, "");
    }

    @Test
    void cellsOfTablesStayInTheirRows() {
        assertThat(Table.of("id", "n").row("a\nb\u202e", "1").render(Ansi.OFF).lines())
                .containsExactly("id          n", "a\\nb\\u202e  1");
    }
}
