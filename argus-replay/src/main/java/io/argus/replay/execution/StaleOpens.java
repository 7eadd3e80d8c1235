package io.argus.replay.execution;

import io.argus.domain.market.BarSeries;
import java.util.function.IntPredicate;

/**
 * Finds opens that only repeat the previous close, as some vendors write them for want of the real ones. An open is not
 * trusted when more than a quarter of the sessions in the year before it (252 of them) repeat; with fewer than 20 there to
 * tell, it is. Looks back only, so that it decides in a replay as it would have then.
 */
final class StaleOpens {

    private static final int YEAR = 252;
    private static final int ENOUGH = 20;
    private static final double TOLERATED = 0.25;

    private final boolean[] trusted;

    StaleOpens(BarSeries bars, IntPredicate opensSession) {
        trusted = new boolean[bars.size()];
        boolean[] window = new boolean[YEAR];
        int seen = 0;
        int repeats = 0;
        for (int i = 0; i < trusted.length; i++) {
            if (!opensSession.test(i)) {
                trusted[i] = true;
                continue;
            }
            boolean repeat = i > 0 && bars.open(i) == bars.close(i - 1);
            int before = Math.min(seen, YEAR);
            trusted[i] = before < ENOUGH || repeats <= TOLERATED * before;
            int slot = seen % YEAR;
            repeats += (repeat ? 1 : 0) - (seen >= YEAR && window[slot] ? 1 : 0);
            window[slot] = repeat;
            seen++;
        }
    }

    boolean trusted(int bar) {
        return trusted[bar];
    }
}
