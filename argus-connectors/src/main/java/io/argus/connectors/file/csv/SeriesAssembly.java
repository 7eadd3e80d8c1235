package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.connectors.file.BarIntervals;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.PriceJumps;
import io.argus.research.port.BarSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts checked rows into a series and keeps count of what a person must look at. */
final class SeriesAssembly {

    private static final double TOLERATED_STALE_SHARE = 0.25;
    private static final int FEWEST_SESSIONS = 20;
    private static final long DAY_MS = 86_400_000;

    private final BarSource.Request request;
    private final String origin;
    private final TradingCalendar calendar;
    private final BarIntervals intervals;
    private final BarSeries.Builder bars;
    private final AdjustedCloses adjusted;
    private Optional<BarTimes> times = Optional.empty();
    private long lastOpen = Long.MIN_VALUE;
    private int widened;
    private int skipped;
    private long firstSkipped;

    SeriesAssembly(BarSource.Request request, String origin) {
        this.request = request;
        this.origin = origin;
        calendar = request.calendar();
        intervals = new BarIntervals(calendar, request.durationMs());
        bars = BarSeries.builder(request.symbol(), request.durationMs());
        adjusted = new AdjustedCloses(request.symbol());
    }

    void add(BarColumns columns, CsvRecord row) {
        String text = columns.time(row);
        if (times.isEmpty()) {
            times = Optional.of(BarTimes.of(text));
            requireTimeOfDay();
        }
        BarTimes form = times.get();
        BarRow prices = columns.prices(row);
        long time = form.toMillis(text);
        LocalDate day = intervals.dayOf(time);
        long open = intervals.openOf(time);
        if (lastOpen != Long.MIN_VALUE) {
            requireOrder(open, text);
        }
        lastOpen = open;
        boolean wanted = request.from().map(from -> !day.isBefore(from)).orElse(true)
                && request.to().map(to -> !day.isAfter(to)).orElse(true);
        if (wanted) {
            columns.adjustedClose(row).ifPresent(adjustedText -> adjusted.add(open, prices.close(), adjustedText));
            widened += prices.widened() ? 1 : 0;
            bars.add(
                    open,
                    intervals.closeOf(open),
                    prices.open(),
                    prices.high(),
                    prices.low(),
                    prices.close(),
                    prices.volume());
        }
    }

    void bad(long line, String problem) {
        if (!request.skipBadRows()) {
            throw new DataException(origin, line, problem);
        }
        firstSkipped = skipped == 0 ? line : firstSkipped;
        skipped++;
    }

    BarSource.Bars finish() {
        BarSeries series = bars.build();
        if (series.isEmpty()) {
            throw new DataException(
                    origin, "has no bars" + (lastOpen == Long.MIN_VALUE ? "" : " in the days asked for"));
        }
        List<String> warnings = new ArrayList<>();
        if (widened > 0) {
            warnings.add(origin + ": in " + widened + (widened == 1 ? " row" : " rows")
                    + " open or close lay outside high and low by a rounding; high and low were widened");
        }
        if (skipped > 0) {
            warnings.add(origin + ": bad rows skipped: " + skipped + ", the first in line " + firstSkipped);
        }
        AdjustedCloses.Found found = adjusted.find();
        staleOpens(series).ifPresent(warnings::add);
        jumps(series, found.actions()).ifPresent(warnings::add);
        if (found.unexplained() > 0) {
            warnings.add(origin + ": steps of the adjusted closes that are neither splits nor dividends: "
                    + found.unexplained() + ", left out");
        }
        String form = times.map(BarTimes::description).orElse("");
        List<String> notes = new ArrayList<>(List.of(
                origin + ": " + series.size() + (series.size() == 1 ? " bar" : " bars") + ", times are " + form));
        if (!found.actions().isEmpty()) {
            notes.add(origin + ": " + found.summary() + " follow from the adjusted closes");
        }
        return new BarSource.Bars(series, found.actions(), notes, warnings);
    }

    /** A date alone says when a daily bar was, and not when a shorter one. */
    private void requireTimeOfDay() {
        if (times.equals(Optional.of(BarTimes.DATE)) && request.durationMs() < DAY_MS) {
            throw new DataException(
                    origin,
                    "has dates without a time of day, which bars of " + request.durationMs() / 1000
                            + " s need; is the bar duration 1d?");
        }
    }

    private void requireOrder(long open, String text) {
        if (open == lastOpen) {
            throw new IllegalArgumentException("the time " + text + " stands twice");
        }
        if (open < lastOpen) {
            throw new IllegalArgumentException("the time " + text + " goes back");
        }
        if (!intervals.sessions() && open - lastOpen < request.durationMs()) {
            throw new IllegalArgumentException(
                    "the bar at " + text + " begins before the one before it ends; is the bar duration "
                            + request.durationMs() / 1000 + " s right?");
        }
    }

    private Optional<String> staleOpens(BarSeries series) {
        if (!intervals.sessions()) {
            return Optional.empty();
        }
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
    private Optional<String> jumps(BarSeries series, List<CorporateAction> actions) {
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
