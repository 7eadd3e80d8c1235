package io.argus.app.terminal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountedTest {

    @Test
    void oneAloneIsSingular() {
        assertThat(Counted.of(0, "run")).isEqualTo("0 runs");
        assertThat(Counted.of(1, "run")).isEqualTo("1 run");
        assertThat(Counted.of(21, "run")).isEqualTo("21 runs");
        assertThat(Counted.of(1, "strategy", "strategies")).isEqualTo("1 strategy");
        assertThat(Counted.of(2, "strategy", "strategies")).isEqualTo("2 strategies");
    }
}
