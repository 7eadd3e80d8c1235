package io.argus.app.research;

import io.argus.app.config.ConfigFile;
import io.argus.app.config.PackSection;
import io.argus.app.config.SnapshotFiles;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Puts the option chains that a cycle names beside the bars that they belong to. */
final class OptionSnapshots {

    private static final String KEY = "pack.option_snapshots";

    private final PackStore packs;
    private final Workers workers;
    private final Terminal terminal;

    OptionSnapshots(PackStore packs, Workers workers, Terminal terminal) {
        this.packs = packs;
        this.workers = workers;
        this.terminal = terminal;
    }

    /**
     * A pack to take a symbol's chains from.
     *
     * @param shared whether it is named for all symbols at once, and need not hold every one of them
     * @param place where the configuration names it
     */
    record Source(String symbol, Path file, boolean shared, String place) {

        /** Whether there is something to read. */
        boolean exists() {
            return Files.exists(file) || Files.isDirectory(PackStore.parts(file));
        }

        DataException refused(String why) {
            return new DataException(file.toString(), why + " (" + KEY + ", " + place + ")");
        }
    }

    /** What the configuration names, in the order of its symbols. Symbols that it does not replay become problems. */
    static List<Source> named(ConfigFile file) {
        PackSection pack = file.config().pack();
        Optional<SnapshotFiles> files = pack.optionSnapshots();
        files.ifPresent(each -> new TreeSet<>(each.bySymbol().keySet())
                .stream()
                        .filter(symbol -> !pack.symbols().contains(symbol))
                        .forEach(symbol -> file.problems()
                                .add(
                                        file.place(KEY + "." + symbol),
                                        KEY + " names " + symbol + ", which is none of pack.symbols "
                                                + pack.symbols())));
        List<Source> sources = new ArrayList<>();
        for (String symbol : pack.symbols()) {
            String place = file.place(KEY + "." + symbol).toString();
            files.ifPresent(each -> each.of(symbol)
                    .forEach(named -> sources.add(new Source(symbol, named.file(), named.shared(), place))));
        }
        return sources;
    }

    /**
     * The pack with the chains received on the days of its bars, and with what is needed to trade them: what a contract
     * is, settlements and funding.
     *
     * @throws DataException when a file cannot be read, holds nothing for its symbol, or contradicts the pack
     */
    Pack mergedInto(Pack pack, TradingCalendar calendar, List<Source> sources) {
        if (sources.isEmpty()) {
            return pack;
        }
        Set<Path> used = new TreeSet<>();
        List<Read> files = load(sources);
        SnapshotMerge merge = new SnapshotMerge(pack, calendar);
        for (Read read : files) {
            Source source = read.source();
            if (underlyings(read.pack()).contains(source.symbol())) {
                used.add(source.file());
                pack.findBars(source.symbol())
                        .ifPresentOrElse(
                                bars -> terminal.say("    " + merge.add(read.pack(), source, bars)),
                                () -> terminal.warn("there are no bars of " + source.symbol()
                                        + " on these days to trade its options with"));
            } else if (!source.shared()) {
                throw hasNone(read);
            }
        }
        files.stream()
                .filter(each -> !used.contains(each.source().file()))
                .findFirst()
                .ifPresent(unused -> {
                    throw hasNone(unused);
                });
        Pack merged = merge.merged();
        merge.notes().forEach(terminal::say);
        merge.warnings().forEach(terminal::warn);
        return merged;
    }

    private record Read(Source source, Pack pack) {}

    /** Each file once, whoever names it. */
    private List<Read> load(List<Source> sources) {
        List<Path> files = sources.stream().map(Source::file).distinct().toList();
        List<Callable<PackStore.Loaded>> loads = new ArrayList<>();
        files.forEach(file -> loads.add(() -> packs.load(file, PackStore.Reading.asItStands())));
        List<PackStore.Loaded> loaded = workers.inOrder(loads);
        // What a file had to assume of instruments and bars is not taken from it: its notes do not matter.
        loaded.forEach(each -> each.warnings().forEach(terminal::warn));
        return sources.stream()
                .map(source -> new Read(
                        source, loaded.get(files.indexOf(source.file())).pack()))
                .toList();
    }

    private static DataException hasNone(Read read) {
        Source source = read.source();
        Set<String> others = underlyings(read.pack());
        return source.refused(
                "has no option snapshots of " + (source.shared() ? "any of pack.symbols" : source.symbol())
                        + (others.isEmpty() ? "" : "; it has those of " + String.join(", ", others)));
    }

    private static Set<String> underlyings(Pack pack) {
        return pack.chains().stream().map(ChainSeries::underlying).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The days of a symbol's bars, in its market's own dates. */
    record Days(LocalDate first, LocalDate last, long lastCloseMs, TradingCalendar calendar) {

        static Days of(BarSeries bars, TradingCalendar calendar) {
            long lastCloseMs = bars.closeTime(bars.size() - 1);
            // A bar that closes at midnight belongs to the day before.
            return new Days(calendar.dateAt(bars.openTime(0)), calendar.dateAt(lastCloseMs - 1), lastCloseMs, calendar);
        }

        boolean hold(long timeMs) {
            LocalDate day = calendar.dateAt(timeMs);
            return !day.isBefore(first) && (!day.isAfter(last) || timeMs <= lastCloseMs + ChainSeries.CLOSING_DELAY_MS);
        }

        @Override
        public String toString() {
            return first + " to " + last;
        }
    }
}
