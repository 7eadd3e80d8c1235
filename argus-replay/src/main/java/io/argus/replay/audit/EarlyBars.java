package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds bars that count as known before their interval ends, such as bars stamped with their open. Within a session a
 * bar may end with it; otherwise it lasts as long as its series says.
 */
final class EarlyBars {

    private EarlyBars() {}

    /** The first such bar of each series. */
    static List<Leak> in(Pack pack) {
        List<Leak> leaks = new ArrayList<>();
        for (BarSeries bars : pack.bars()) {
            TradingCalendar calendar =
                    pack.findInstrument(bars.symbol()).orElseThrow().calendar();
            for (int i = 0; i < bars.size(); i++) {
                long end = earliestEnd(bars, i, calendar);
                if (bars.closeTime(i) < end) {
                    leaks.add(new Leak(
                            Leak.Kind.EARLY_BAR,
                            OptionalLong.empty(),
                            bars.closeTime(i),
                            "known at " + Instant.ofEpochMilli(bars.closeTime(i)),
                            "not before " + Instant.ofEpochMilli(end),
                            "bar of " + bars.symbol() + " that opens at " + Instant.ofEpochMilli(bars.openTime(i))));
                    break;
                }
            }
        }
        return leaks;
    }

    private static long earliestEnd(BarSeries bars, int bar, TradingCalendar calendar) {
        long open = bars.openTime(bar);
        long full = open + bars.durationMs();
        if (calendar == TradingCalendar.roundTheClock()) {
            return full;
        }
        LocalDate session = calendar.sessionOnOrAfter(calendar.dateAt(open));
        long close = calendar.closeMs(session);
        return close > open ? Math.min(full, close) : full;
    }
}
