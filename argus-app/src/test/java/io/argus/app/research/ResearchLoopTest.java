package io.argus.app.research;

import io.argus.app.terminal.Terminal;
import io.argus.domain.DataException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Cycles start on time, one after the other, on a clock that only waiting and working move. */
class ResearchLoopTest {

    private static final Instant START = Instant.parse("2024-03-04T10:00:00Z");

    private final List<String> starts = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = START;
    private Duration longestWait = Duration.ZERO;

    @Test
    void startsDoNotDriftWithTheTimeThatCyclesTake() {
        loop(60, 7, 3, 11, 0);

        assertThat(starts).containsExactly("PT0S", "PT1H", "PT2H", "PT3H");
        assertThat(longestWait).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aStartThatALongCycleMissedIsLeftOut() {
        loop(60, 10, 130, 60, 5);

        assertThat(starts).containsExactly("PT0S", "PT1H", "PT4H", "PT6H");
    }

    @Test
    void aCycleThatFailsIsToldAndTheNextIsTried() {
        loop(60, -1, 5);

        assertThat(starts).containsExactly("PT0S", "PT1H");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("error: bars.csv: no such file")
                .contains("next cycle at 2024-03-04T11:00:00Z");
    }

    /** Runs cycles of these lengths in minutes, a negative one failing at once, and stops in the wait after the last. */
    private void loop(int intervalMinutes, int... cycleMinutes) {
        Deque<Integer> cycles = new ArrayDeque<>();
        for (int minutes : cycleMinutes) {
            cycles.add(minutes);
        }
        Terminal terminal = new Terminal(stream(), stream(), () -> now, false, Ansi.OFF);
        ResearchLoop loop = new ResearchLoop(
                () -> {
                    starts.add(Duration.between(START, now).toString());
                    int minutes = cycles.removeFirst();
                    if (minutes < 0) {
                        throw new DataException("bars.csv", "no such file");
                    }
                    now = now.plus(Duration.ofMinutes(minutes));
                },
                Duration.ofMinutes(intervalMinutes),
                () -> now,
                duration -> {
                    if (cycles.isEmpty()) {
                        throw new InterruptedException("the test is over");
                    }
                    longestWait = duration.compareTo(longestWait) > 0 ? duration : longestWait;
                    now = now.plus(duration);
                },
                terminal);
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(loop::run);
    }

    private PrintStream stream() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }
}
