package io.argus.connectors.file.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.argus.connectors.file.BarIntervals;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.research.port.BarSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts checked rows into a series and keeps count of those that were not as they should be. */
final class SeriesAssembly {

    private static final long DAY_MS = 86_400_000;

    private final BarSource.Request request;
    private final String origin;
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
        intervals = new BarIntervals(request.calendar(), request.durationMs());
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
        SeriesDoubts doubts = new SeriesDoubts(series, request.calendar(), origin);
        if (intervals.sessions()) {
            doubts.staleOpens().ifPresent(warnings::add);
        }
        doubts.jumps(found.actions()).ifPresent(warnings::add);
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
}
