package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Closes that lie so far from the one before that a split is the likely reason, and none is told, or one is told that the
 * prices do not show.
 */
public final class PriceJumps {

    /** Four tenths up or down. */
    public static final double LARGEST_MOVE = 0.4;

    private PriceJumps() {}

    /**
     * The bars, by index, to whose close a holder from the close before would have won or lost more than
     * {@link #LARGEST_MOVE}, with what splits and dividends gave in between. O(bars + actions).
     *
     * @param actions of other instruments too, in any order
     */
    public static int[] unexplained(BarSeries bars, List<CorporateAction> actions) {
        List<CorporateAction> own = actions.stream()
                .filter(action -> action.symbol().equals(bars.symbol()))
                .sorted(Comparator.comparingLong(CorporateAction::exMs))
                .toList();
        IntStream.Builder jumps = IntStream.builder();
        int next = 0;
        for (int i = 0; i < bars.size(); i++) {
            double units = 1;
            double cash = 0;
            for (; next < own.size() && own.get(next).exMs() < bars.closeTime(i); next++) {
                cash += units * own.get(next).dividend();
                units *= own.get(next).split();
            }
            if (i > 0 && isFar(units * bars.close(i) + cash, bars.close(i - 1))) {
                jumps.add(i);
            }
        }
        return jumps.build().toArray();
    }

    private static boolean isFar(double value, double before) {
        return value > (1 + LARGEST_MOVE) * before || value < (1 - LARGEST_MOVE) * before;
    }
}
