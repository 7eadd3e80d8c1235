package io.argus.domain.strategy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParameterDescriptorTest {

    private static final ParameterDescriptor WIDTH = ParameterDescriptor.decimal("width", "1", "0", "5", "width");

    /** Written out, the first would have a hundred million zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-99999999", "1e-400", "1e99999999", "1e400"})
    void numbersThatNoDoubleHoldsAreRefused(String value) {
        assertThatThrownBy(() -> WIDTH.accept(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width takes a number, not \"" + value + "\"");
    }

    @Test
    void oneNumberIsOneValueHoweverItIsWritten() {
        assertThat(WIDTH.accept("1.50")).isEqualTo(WIDTH.accept("15e-1"));
        assertThat(WIDTH.accept("0e99")).isEqualTo(WIDTH.accept("0"));
        assertThat(Parameters.of(Map.of("width", new BigDecimal("1.50"))))
                .isEqualTo(Parameters.of(Map.of("width", 1.5)))
                .hasToString("width=1.5");
        assertThat(Parameters.of(Map.of("width", 100.0)))
                .isEqualTo(Parameters.of(Map.of("width", new BigDecimal("100"))));
    }
}
