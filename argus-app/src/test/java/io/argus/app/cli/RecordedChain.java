package io.argus.app.cli;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * GOOG on 2015-12-24, which closed at 13:00 New York: minutes of trades, and of the quotes of all options, as the sample
 * data of LEAN has them (times in ms since midnight and of the minute's start, prices times 10 000, an absent side
 * empty). A snapshot holds the last quotes of one minute and is known at its end.
 */
final class RecordedChain {

    static final LocalDate DAY = LocalDate.of(2015, 12, 24);

    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final long MIDNIGHT_MS =
            DAY.atStartOfDay(CALENDAR.zone()).toInstant().toEpochMilli();
    private static final long MINUTE_MS = 60_000;
    private static final double SCALE = 1e4;
    private static final double NONE = Double.NaN;

    private record Row(Right right, double strike, long expiryMs, double bid, double ask) {}

    private final TreeMap<Long, List<Row>> quotes = new TreeMap<>();
    private final TreeMap<Long, Double> closes = new TreeMap<>();
    private final BarSeries.Builder bars = BarSeries.builder("GOOG", MINUTE_MS);

    private RecordedChain() {}

    /** The pack of the regular session. */
    static Pack read(Path folder) throws IOException {
        RecordedChain chain = new RecordedChain();
        eachLine(folder.resolve("goog_minute_20151224_trade.zip"), (file, line) -> chain.bar(line));
        eachLine(folder.resolve("goog_option_minute_20151224_quote_american.zip"), chain::quote);
        return chain.pack();
    }

    private interface Lines {

        void line(String file, String[] fields);
    }

    private static void eachLine(Path archive, Lines lines) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.US_ASCII);
                text.lines().forEach(line -> lines.line(entry.getName(), line.split(",", -1)));
            }
        }
    }

    private void bar(String[] fields) {
        long open = MIDNIGHT_MS + Long.parseLong(fields[0]);
        if (inSession(open)) {
            double close = price(fields[4]);
            closes.put(open, close);
            bars.add(
                    open,
                    open + MINUTE_MS,
                    price(fields[1]),
                    price(fields[2]),
                    price(fields[3]),
                    close,
                    Double.parseDouble(fields[5]));
        }
    }

    private void quote(String file, String[] fields) {
        long start = MIDNIGHT_MS + Long.parseLong(fields[0]);
        if (inSession(start)) {
            String[] name = file.replace(".csv", "").split("_", -1);
            LocalDate expiry = LocalDate.parse(name[7], DateTimeFormatter.BASIC_ISO_DATE);
            quotes.computeIfAbsent(start, each -> new ArrayList<>())
                    .add(new Row(
                            name[5].equals("call") ? Right.CALL : Right.PUT,
                            price(name[6]),
                            CALENDAR.closeMs(expiry),
                            price(fields[4]),
                            price(fields[9])));
        }
    }

    private Pack pack() {
        ChainSeries.Builder chains = ChainSeries.builder("GOOG", "lean");
        for (Map.Entry<Long, List<Row>> minute : quotes.entrySet()) {
            long known = minute.getKey() + MINUTE_MS;
            double underlying = closes.floorEntry(minute.getKey()).getValue();
            chains.snapshot(known, known, underlying, NONE);
            for (Row row : minute.getValue()) {
                chains.quote(
                        row.right(),
                        row.strike(),
                        row.expiryMs(),
                        row.bid(),
                        row.ask(),
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE,
                        NONE);
            }
        }
        ContractSpec spec =
                new ContractSpec(ContractSpec.Kind.OPTION, ContractSpec.Payoff.LINEAR, 100, 1, List.of(), "USD", "USD");
        return Pack.builder()
                .instrument(Instrument.spot("GOOG", CALENDAR))
                .instrument(new Instrument("GOOG", spec, CALENDAR, FeeSchedule.US_OPTIONS))
                .bars(List.of(bars.build()))
                .chains(List.of(chains.build()))
                .build();
    }

    private static boolean inSession(long timeMs) {
        return timeMs >= CALENDAR.openMs(DAY) && timeMs < CALENDAR.closeMs(DAY);
    }

    private static double price(String text) {
        return text.isEmpty() ? NONE : Double.parseDouble(text) / SCALE;
    }
}
