package io.argus.app.cli;

import io.argus.replay.baseline.Baselines;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What could be had without any strategy, and at best, long or flat, by one who knew every close. Shown below a ranking, so
 * that a return reads as a share of what was there.
 */
final class BaselineLines {

    private BaselineLines() {}

    static String text(List<Baselines> baselines) {
        return baselines.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "baselines on %s: nothing %.1f%%, buy and hold %.1f%%, best in hindsight %s",
                        each.symbol(),
                        100 * each.doingNothing(),
                        100 * each.buyAndHold(),
                        hindsight(each.clairvoyant())))
                .collect(Collectors.joining("\n"));
    }

    /** Knowing every close soon makes numbers that nobody can read in percent. */
    private static String hindsight(double fraction) {
        if (fraction < 100) {
            return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
        }
        return String.format(Locale.ROOT, fraction < 1e6 ? "%.0f times" : "%.2e times", 1 + fraction);
    }
}
