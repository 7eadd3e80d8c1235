package io.argus.app.config.bind;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One way to write a length of time, in files and on the command line. */
class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "60,PT60S", "60s,PT60S", "5M,PT5M", "1.5h,PT90M", "1d,P1D", "-2s,PT-2S"})
    void readsWhatPeopleWrite(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1w", "one", "1 h 2 m", "NaNs"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as 60s, 5m, 1h or 1d");
    }

    @Test
    void refusesPartsOfAMillisecond() {
        assertThatThrownBy(() -> DurationText.parse("0.5ms")).hasMessageContaining("whole milliseconds");
    }
}
