package io.argus.app.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left on a terminal, a plain line every five seconds elsewhere. */
final class ShownProgress implements Progress {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final String what;
    private final long total;
    private final PrintStream err;
    private final InstantSource clock;
    private final boolean terminal;
    private final Instant start;
    private Instant lastLine;
    private long done;
    private Optional<ProgressBar> bar = Optional.empty();

    ShownProgress(String what, long total, PrintStream err, InstantSource clock, boolean terminal) {
        this.what = what;
        this.total = total;
        this.err = err;
        this.clock = clock;
        this.terminal = terminal;
        start = clock.instant();
        lastLine = start.plus(PATIENCE).minus(BETWEEN_LINES);
    }

    @Override
    public synchronized void step() {
        done++;
        Instant now = clock.instant();
        if (now.isBefore(start.plus(PATIENCE))) {
            return;
        }
        if (terminal) {
            show().stepTo(done);
        } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES)) && done < total) {
            lastLine = now;
            err.println(line(Duration.between(start, now)));
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private ProgressBar show() {
        if (bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(what)
                    .setInitialMax(total)
                    .startsFrom(done, Duration.between(start, clock.instant()))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(err, Terminal.WIDTH))
                    .showSpeed()
                    .build());
        }
        return bar.get();
    }

    private String line(Duration elapsed) {
        double seconds = elapsed.toMillis() / 1000.0;
        double rate = done / seconds;
        return String.format(
                Locale.ROOT,
                "  %s: %d of %d (%d %%), %.1f/s, %d s left",
                what,
                done,
                total,
                100 * done / total,
                rate,
                Math.round((total - done) / rate));
    }
}
