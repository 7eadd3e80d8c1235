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

    @Test
    void whereTheLastColumnHasNoRoomAnotherOneWrapsToo() {
        String text = Table.of("name", "n>", "meaning", "values")
                .row(
                        "entry_window_minutes",
                        "30",
                        "last minutes before the close ".repeat(4).strip(),
                        "1 to 31536000")
                .render(Ansi.OFF);
        assertThat(text.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= Terminal.WIDTH);
        assertThat(text.split("minutes", -1)).hasSize(6);
        assertThat(text.lines().skip(1).findFirst().orElseThrow()).endsWith("1 to");
    }
}
