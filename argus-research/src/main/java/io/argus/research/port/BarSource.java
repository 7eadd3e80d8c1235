package io.argus.research.port;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gives price bars. Safe for any number of threads. */
public interface BarSource {

    /**
     * @throws io.argus.domain.DataException when the source is missing or a row is wrong, with its line
     */
    Bars load(Request request);

    /**
     * Which bars.
     *
     * @param durationMs nominal length of a bar
     * @param from first day wanted, in the market's own dates; empty for all
     * @param to last day wanted, included
     * @param skipBadRows whether wrong rows are left out and counted; otherwise the first one fails the load
     */
    record Request(
            Path file,
            String symbol,
            long durationMs,
            TradingCalendar calendar,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            boolean skipBadRows) {

        public Request {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(calendar, "calendar");
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                throw new IllegalArgumentException("bars from " + from.get() + " to " + to.get());
            }
        }
    }

    /**
     * What was read.
     *
     * @param actions splits and dividends that the source tells of, or that follow from adjusted closes
     * @param notes how the source was understood, for the log
     * @param warnings what a person must look at
     */
    record Bars(BarSeries series, List<CorporateAction> actions, List<String> notes, List<String> warnings) {

        public Bars {
            Objects.requireNonNull(series, "series");
            actions = List.copyOf(actions);
            notes = List.copyOf(notes);
            warnings = List.copyOf(warnings);
        }
    }
}
