package io.argus.connectors.deribit.stream;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StreamSettingsTest {

    /** Full jitter: any part of a bound that doubles from half a second to half a minute. */
    @ParameterizedTest
    @CsvSource({"0, 500", "1, 1000", "2, 2000", "5, 16000", "6, 30000", "7, 30000", "63, 30000", "100000, 30000"})
    void waitsDoubleUpToTheLongest(int failures, long boundMs) {
        assertThat(StreamSettings.DEFAULT.backOff(failures, 0)).isZero();
        assertThat(StreamSettings.DEFAULT.backOff(failures, 0.5)).isEqualTo(Duration.ofMillis(boundMs / 2));
        assertThat(StreamSettings.DEFAULT.backOff(failures, 1)).isEqualTo(Duration.ofMillis(boundMs));
    }

    @Test
    void whatDeribitWouldRefuseIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new StreamSettings(Duration.ofSeconds(9), second, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamSettings(Duration.ofSeconds(30), Duration.ZERO, second, second))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
