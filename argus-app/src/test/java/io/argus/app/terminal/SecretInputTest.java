package io.argus.app.terminal;

import io.argus.domain.ConfigException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretInputTest {

    @Test
    void whatIsPipedInIsKeptButForTheEndOfItsLastLine() {
        assertThat(read("h\u00fcnter\r\n2\r\n", StandardCharsets.UTF_8)).isEqualTo("h\u00fcnter\r\n2");
    }

    /** With replacement characters it would be another value, which nobody notices before the exchange refuses it. */
    @Test
    void whatIsNoUtf8IsRefusedAndNotChanged() {
        assertThatThrownBy(() -> read("h\u00fcnter2", StandardCharsets.ISO_8859_1))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("UTF-8")
                .hasMessageNotContaining("nter");
    }

    /** Where it is cut off is in the midst of a character. */
    @Test
    void whatIsTooLongIsToldSo() {
        assertThatThrownBy(() -> read("x" + "\u00fc".repeat(40_000), StandardCharsets.UTF_8))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("64 KB");
    }

    private static String read(String input, Charset charset) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(input.getBytes(charset));
        return new String(new SecretInput(bytes, Optional.empty()).read("name"));
    }
}
