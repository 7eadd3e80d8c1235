package io.argus.app.research;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PriceJumps;
import java.util.List;
import java.util.Optional;

/** Prices that jump as they do where a split is missing: a replay books it as a loss. */
public final class ImplausibleMoves {

    private ImplausibleMoves() {}

    /** One line for each symbol. */
    public static List<String> warnings(Pack pack) {
        return pack.bars().stream()
                .flatMap(bars -> warning(bars, pack).stream())
                .toList();
    }

    private static Optional<String> warning(BarSeries bars, Pack pack) {
        int[] jumps = PriceJumps.unexplained(bars, pack.events().actions());
        if (jumps.length == 0) {
            return Optional.empty();
        }
        TradingCalendar calendar =
                pack.findInstrument(bars.symbol()).orElseThrow().calendar();
        return Optional.of("the price of " + bars.symbol() + " moves by more than 40 % on "
                + calendar.dateAt(bars.openTime(jumps[0]))
                + (jumps.length == 1 ? "" : ", and so " + (jumps.length - 1) + " more times")
                + "; probably a split is missing, or one is told that the prices do not show, and runs book it as a gain or a"
                + " loss");
    }
}
