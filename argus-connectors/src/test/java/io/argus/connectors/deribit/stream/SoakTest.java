package io.argus.connectors.deribit.stream;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A simulated hour each time, and a day when it is asked for. */
class SoakTest {

    @Test
    @Timeout(120)
    void anHour() {
        Soak.Figures figures = Soak.run(42, Duration.ofHours(1));

        assertThat(figures.faults()).isGreaterThan(60);
        assertThat(figures.connections()).isGreaterThan(10);
    }

    @Test
    @Tag("soak")
    @Timeout(1800)
    void aDay() {
        Soak.Figures figures = Soak.run(42, Duration.ofHours(24));

        assertThat(figures.faults()).isGreaterThan(1500);
        System.out.println(figures);
    }
}
