package io.argus.connectors.file.csv;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.PriceJumps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a person must look at in a series whose rows are each in order. */
final class SeriesDoubts {

    private static final double TOLERATED_STALE_SHARE = 0.25;
    private static final int FEWEST_SESSIONS = 20;

    private final BarSeries series;
    private final TradingCalendar calendar;
    private final String origin;

    SeriesDoubts(BarSeries series, TradingCalendar calendar, String origin) {
        this.series = series;
        this.calendar = calendar;
        this.origin = origin;
    }

    /** Years in which the opens of daily bars are not to be believed. */
    Optional<String> staleOpens() {
        Map<Integer, int[]> years = new TreeMap<>();
        for (int i = 1; i < series.size(); i++) {
            int[] tally =
                    years.computeIfAbsent(calendar.dateAt(series.openTime(i)).getYear(), year -> new int[2]);
            tally[0]++;
            tally[1] += series.open(i) == series.close(i - 1) ? 1 : 0;
        }
        List<String> stale = new ArrayList<>();
        years.forEach((year, tally) -> {
            if (tally[0] >= FEWEST_SESSIONS && tally[1] > TOLERATED_STALE_SHARE * tally[0]) {
                stale.add(year + " (" + Math.round(100.0 * tally[1] / tally[0]) + " %)");
            }
        });
        return stale.isEmpty()
                ? Optional.empty()
                : Optional.of(origin + ": opens repeat the previous close in " + String.join(", ", stale)
                        + "; overnight results there mean nothing");
    }

    /** Jumps that no split and no dividend explains. */
    Optional<String> jumps(List<CorporateAction> actions) {
        List<String> days = Arrays.stream(PriceJumps.unexplained(series, actions))
                .mapToObj(bar -> calendar.dateAt(series.openTime(bar)).toString())
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(origin + ": the price jumps by more than 40 % on " + days.get(0)
                        + (days.size() > 1
                                ? " and " + (days.size() - 1) + (days.size() == 2 ? " more day" : " more days")
                                : "")
                        + "; probably a split");
    }
}
