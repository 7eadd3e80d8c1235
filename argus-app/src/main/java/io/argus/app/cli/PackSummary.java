package io.argus.app.cli;

import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Table;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * What is in a pack, for people and for programs.
 *
 * @param series one entry for each series and each kind of event
 * @param notes what was assumed when it was read
 * @param warnings what a person should look at
 */
record PackSummary(String file, long bytes, Pack pack, List<Series> series, List<String> notes, List<String> warnings) {

    /**
     * @param name as in the pack's file
     * @param detail what tells it from others of its name
     * @param fromMs time of the first row, by which the rows are ordered
     */
    record Series(String name, String symbol, String detail, long rows, long fromMs, long toMs) {}

    static PackSummary of(Path file, Pack pack, List<String> notes, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        pack.outcomes().forEach(outcomes -> gaps(outcomes, all));
        return new PackSummary(file.toString(), sizeOf(file), pack, series(pack), notes, all);
    }

    /** Of the file and, where a recording goes on, of its parts: that one may be all there is, or be merged meanwhile. */
    private static long sizeOf(Path file) {
        Path parts = PackStore.parts(file);
        if (!Files.isDirectory(parts)) {
            return lengthOf(file);
        }
        try (Stream<Path> files = Files.list(parts)) {
            return lengthOf(file)
                    + files.filter(each -> each.toString().endsWith(".pack"))
                            .mapToLong(PackSummary::lengthOf)
                            .sum();
        } catch (IOException e) {
            throw unreadable(parts, e);
        }
    }

    private static long lengthOf(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static DataException unreadable(Path place, IOException e) {
        return new DataException(place.toString(), "cannot be read: " + AtomicFiles.reason(e), e);
    }

    private static List<Series> series(Pack pack) {
        List<Series> series = new ArrayList<>();
        pack.bars()
                .forEach(bars -> series.add(new Series(
                        "bars",
                        bars.symbol(),
                        bars.durationMs() / 1000 + " s",
                        bars.size(),
                        bars.openTime(0),
                        bars.closeTime(bars.size() - 1))));
        pack.outcomes()
                .forEach(rows -> series.add(new Series(
                        "outcomes",
                        rows.symbol(),
                        "at " + rows.horizonSeconds() + " s",
                        rows.size(),
                        rows.timestamp(0),
                        rows.timestamp(rows.size() - 1))));
        pack.regimes()
                .forEach(rows ->
                        series.add(series("regimes", rows.scope(), rows.regimes(), each -> each.timestampMs())));
        pack.chains()
                .forEach(rows -> series.add(new Series(
                        "snapshots",
                        rows.underlying(),
                        rows.provider() + ", " + Counted.of(rows.quotes(), "quote"),
                        rows.size(),
                        rows.received(0),
                        rows.received(rows.size() - 1))));
        MarketEvents events = pack.events();
        Stream.of(
                        series("settlements", "", events.settlements(), each -> each.knownMs()),
                        series("funding", "", events.funding(), each -> each.knownMs()),
                        series("actions", "", events.actions(), each -> each.exMs()),
                        series("trades", "", events.trades(), each -> each.knownMs()),
                        series("index_prices", "", events.indexPrices(), each -> each.knownMs()))
                .filter(each -> each.rows() > 0)
                .forEach(series::add);
        return series;
    }

    private static <T> Series series(String name, String symbol, List<T> rows, ToLongFunction<T> time) {
        return rows.isEmpty()
                ? new Series(name, symbol, "", 0, 0, 0)
                : new Series(
                        name,
                        symbol,
                        "",
                        rows.size(),
                        time.applyAsLong(rows.get(0)),
                        time.applyAsLong(rows.get(rows.size() - 1)));
    }

    private static void gaps(OutcomeSeries outcomes, List<String> warnings) {
        int gaps = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            gaps += outcomes.status(i) == OutcomeStatus.GAP ? 1 : 0;
        }
        if (gaps > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "outcomes of %s at %d s that lack bars in their window: %d of %d",
                    outcomes.symbol(),
                    outcomes.horizonSeconds(),
                    gaps,
                    outcomes.size()));
        }
    }

    String text(Ansi ansi) {
        Table table = Table.of("series", "symbol", "detail", "rows>", "from", "to");
        for (Series each : series) {
            table.row(
                    each.name(),
                    each.symbol(),
                    each.detail(),
                    Long.toString(each.rows()),
                    second(each.fromMs()),
                    second(each.toMs()));
        }
        StringBuilder text = new StringBuilder();
        pack.labels()
                .forEach((name, value) -> text.append(ansi.string("@|bold,yellow " + name + "|@"))
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append(table.render(ansi));
        pack.instruments().forEach(each -> text.append('\n').append(instrument(each)));
        pack.optionTerms().forEach(each -> text.append("\noptions on ").append(instrument(each)));
        notes.forEach(each -> text.append("\nnote: ").append(each));
        warnings.forEach(each ->
                text.append('\n').append(ansi.string("@|yellow warning:|@ ")).append(each));
        if (!pack.chains().isEmpty()) {
            text.append("\nimplied volatilities are decimals");
        }
        return text.append("\n")
                .append(bytes)
                .append(" bytes, content ")
                .append(pack.hash())
                .toString();
    }

    /** Milliseconds are for programs. */
    private static String second(long timeMs) {
        return Instant.ofEpochMilli(timeMs).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String instrument(Instrument each) {
        return each.symbol() + ": " + each.spec().kind().name().toLowerCase(Locale.ROOT) + " in "
                + each.spec().quoteCurrency() + " on " + each.calendar().name();
    }

    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("bytes", bytes);
        fields.put("content_hash", pack.hash().hex());
        if (!pack.chains().isEmpty()) {
            fields.put("iv_unit", "decimal");
        }
        fields.put("labels", pack.labels());
        fields.put(
                "instruments",
                Stream.concat(pack.instruments().stream(), pack.optionTerms().stream())
                        .map(PackSummary::fields)
                        .toList());
        fields.put("series", series.stream().map(PackSummary::fields).toList());
        fields.put("notes", notes);
        fields.put("warnings", warnings);
        return fields;
    }

    private static Map<String, Object> fields(Instrument instrument) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbol", instrument.symbol());
        fields.put("kind", instrument.spec().kind().name().toLowerCase(Locale.ROOT));
        fields.put("quote_currency", instrument.spec().quoteCurrency());
        fields.put("calendar", instrument.calendar().name());
        return fields;
    }

    private static Map<String, Object> fields(Series series) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("series", series.name());
        fields.put("symbol", series.symbol());
        fields.put("detail", series.detail());
        fields.put("rows", series.rows());
        fields.put("from_ms", series.fromMs());
        fields.put("to_ms", series.toMs());
        return fields;
    }
}
