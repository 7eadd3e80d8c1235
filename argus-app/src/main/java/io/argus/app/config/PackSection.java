package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The market data of a cycle. */
public record PackSection(
        @Key(doc = "The symbols to replay, at least one for a research cycle.")
        List<String> symbols,

        @Key(doc = "Where their bars lie: CSV files, plain or .csv.gz.")
        Optional<BarFiles> bars,

        @Key(
                fallback = "1d",
                range = "(0, 86400]",
                doc = "Length of a bar. With market EQUITIES a bar of 1d is a session of the exchange.")
        Duration barDuration,

        @Key(doc = "First day to replay, included; the data's first day when missing.")
        Optional<LocalDate> startDate,

        @Key(doc = "Last day to replay, included; the data's last day when missing.")
        Optional<LocalDate> endDate,

        @Key(
                range = "[1, 100000]",
                doc = "Keep only this many calendar days, counted back from the newest bar that end_date lets"
                        + " in; start_date holds as well.")
        OptionalInt lastNDays,

        @Key(
                doc =
                        "Packs with option snapshots of the symbols, JSON or .pack, that are put beside the bars; null for"
                                + " none. Those received before the first day of its bars or after the last are left out.")
        Optional<SnapshotFiles> optionSnapshots,

        @Key(doc = "Folder to keep each cycle's pack in; null keeps none.")
        Optional<Path> packsOutputDir) {

    public PackSection {
        symbols = List.copyOf(symbols);
        if (startDate.isPresent() && endDate.isPresent() && endDate.get().isBefore(startDate.get())) {
            throw new IllegalArgumentException("end_date lies before start_date");
        }
    }
}
