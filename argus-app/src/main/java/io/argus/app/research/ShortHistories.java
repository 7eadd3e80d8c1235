package io.argus.app.research;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.evaluation.StrategyEvaluator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Symbols whose runs are judged on so many fewer days than the others' that they cannot be funded beside them. */
final class ShortHistories {

    private ShortHistories() {}

    /** One line for each of them. */
    static List<String> warnings(List<BarSeries> bars, TradingCalendar calendar) {
        List<BarSeries> known =
                bars.stream().filter(series -> !series.isEmpty()).toList();
        Optional<BarSeries> longest = known.stream().max(Comparator.comparingLong(ShortHistories::spanMs));
        return known.stream()
                .filter(series ->
                        spanMs(series) < StrategyEvaluator.LEAST_SHARE_OF_SPAN * spanMs(longest.orElseThrow()))
                .map(series -> String.format(
                        Locale.ROOT,
                        "%s has bars of %s alone, %s of %s: its runs cover less than %.0f %% of the others' days and cannot"
                                + " be funded beside them; give it a cycle of its own",
                        series.symbol(),
                        days(series, calendar),
                        longest.orElseThrow().symbol(),
                        days(longest.orElseThrow(), calendar),
                        100 * StrategyEvaluator.LEAST_SHARE_OF_SPAN))
                .toList();
    }

    private static long spanMs(BarSeries series) {
        return series.closeTime(series.size() - 1) - series.openTime(0);
    }

    private static String days(BarSeries series, TradingCalendar calendar) {
        LocalDate first = calendar.dateAt(series.openTime(0));
        LocalDate last = calendar.dateAt(series.openTime(series.size() - 1));
        return first + " to " + last;
    }
}
