package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The S&P 500 sample that ships with the project. */
final class SampleMarket {

    private static final Path FILE = Path.of("..", "config", "samples", "sp500-2000.csv");

    private SampleMarket() {}

    static BarSeries bars(LocalDate from, LocalDate to) {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        BarSeries.Builder bars = BarSeries.builder("SP500", 86_400_000L);
        try {
            for (String line : Files.readAllLines(FILE).subList(1, 5106)) {
                String[] cells = line.split(",", -1);
                LocalDate date = LocalDate.parse(cells[0]);
                if (!date.isBefore(from) && !date.isAfter(to)) {
                    bars.add(
                            calendar.openMs(date),
                            calendar.closeMs(date),
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[6]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bars.build();
    }

    static Pack pack(LocalDate from, LocalDate to) {
        return Markets.pack(TradingCalendar.newYorkStockExchange(), bars(from, to));
    }
}
