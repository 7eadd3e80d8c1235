package io.argus.app.terminal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParagraphTest {

    @Test
    void aLineThatFitsIsLeftAlone() {
        assertThat(Paragraph.wrapped("  short", 2)).isEqualTo("  short");
        assertThat(Paragraph.wrapped("x".repeat(100), 2)).isEqualTo("x".repeat(100));
    }

    @Test
    void longLinesBreakBetweenWords() {
        String line = "  1 " + "word ".repeat(60).strip();
        String wrapped = Paragraph.wrapped(line, 4);
        assertThat(wrapped.lines()).hasSizeGreaterThan(3).allMatch(each -> each.length() <= Terminal.WIDTH);
        assertThat(wrapped).startsWith("  1 word").contains("\n    word");
        assertThat(wrapped.replaceAll("\n    ", " ")).isEqualTo(line);
    }

    @Test
    void aWordLongerThanALineStaysWhole() {
        String path = "/p".repeat(80);
        assertThat(Paragraph.wrapped("writes " + path + " and more", 2))
                .isEqualTo("writes\n  " + path + "\n  and more");
    }
}
