package io.argus.app.terminal;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {

    @Test
    void numbersStandUnderTheEndOfTheirHeader() {
        String text = Table.of("what", "n>").row("a", "1").row("b", "22").render(Ansi.OFF);
        assertThat(text.lines()).containsExactly("what   n", "a      1", "b     22");
    }

    @Test
    void aLongLastCellWrapsBetweenWords() {
        String text = Table.of("name", "values")
                .row("day", "MONDAY | ".repeat(20).strip())
                .render(Ansi.OFF);
        assertThat(text.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(text.replaceAll("[\\s|]+", " ")).endsWith("MONDAY ").doesNotContain("MON DAY");
    }
}
