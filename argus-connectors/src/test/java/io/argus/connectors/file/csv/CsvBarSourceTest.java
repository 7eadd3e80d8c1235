package io.argus.connectors.file.csv;

import io.argus.domain.DataException;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.research.port.BarSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CsvBarSourceTest {

    private static final String HEADER = "date,open,high,low,close,volume\n";
    private static final String GOOD = "2020-01-02,100,102,99,101,5\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2020-01-03,100,abc,99,101,5; high is not a number",
                "2020-01-03,100,NaN,99,101,5; is not a number",
                "2020-01-03,100,Infinity,99,101,5; is not a number",
                "2020-01-03,100,102d,99,101,5; is not a number",
                "2020-01-03,100,1e999,99,101,5; not a finite number",
                "2020-01-03,-1,102,99,101,5; open is not positive",
                "2020-01-03,100,98,99,101,5; lies below low",
                "2020-01-03,100,102,99,110,5; lies outside",
                "2020-01-02,100,102,99,101,5; stands twice",
                "2019-12-31,100,102,99,101,5; goes back",
                "2020-01-04,100,102,99,101,5; not a trading day of NYSE",
                "2020-01-03,100,102,99; fields"
            })
    void namesTheLineOfAFault(String row, String problem) throws IOException {
        Path file = write(HEADER + GOOD + row + "\n");
        assertThatThrownBy(() -> load(file, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file + ":3: ")
                .hasMessageContaining(problem);
        assertThat(load(file, true).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("bad rows skipped: 1, the first in line 3"));
    }

    @Test
    void aRoundingOfTheLastDigitIsWidenedAndCounted() throws IOException {
        Path file = write(HEADER + "2020-01-02,100.01,102,99,102.01,5\n2020-01-03,100,102.00,99.00,102.005,5\n");
        BarSource.Bars bars = load(file, false);
        assertThat(bars.series().high(1)).isEqualTo(102.005);
        assertThat(bars.warnings()).singleElement().asString().contains("in 2 rows");
        assertThatThrownBy(() -> load(write(HEADER + "2020-01-02,100,102.00,99.00,102.20,5\n"), false))
                .hasMessageContaining("lies outside");
    }

    @Test
    void datesAloneDoNotSayWhenAMinuteWas() throws IOException {
        Path file = write(HEADER + GOOD);
        BarSource.Request minutes = new BarSource.Request(
                file, "X", 60_000, TradingCalendar.newYorkStockExchange(), Optional.empty(), Optional.empty(), true);
        assertThatThrownBy(() -> new CsvBarSource().load(minutes))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("dates without a time of day, which bars of 60 s need; is the bar duration 1d?");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Path file = folder.resolve("bars.csv");
        Files.write(file, new byte[] {'d', 'a', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> load(file, false)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> load(folder.resolve("none.csv"), false)).hasMessageContaining("no such file");
        assertThatThrownBy(() -> load(write(""), false)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> load(write(HEADER), false)).hasMessageContaining("has no bars");
        assertThatThrownBy(() -> load(write("2020-01-02,1,2,0.5,1,100\n"), false))
                .hasMessageContaining(":1: is a row of numbers where a header is expected");
        assertThatThrownBy(
                        () -> load(write("date,open,high,low,close,volume,Open\n2020-01-02,1,2,0.5,1,100,9\n"), false))
                .hasMessageContaining(":1: two columns are named open");
        assertThatThrownBy(() -> load(write(HEADER.replace(',', ';')), false))
                .hasMessageContaining(":1: is separated by semicolons");
        assertThatThrownBy(() -> load(write(HEADER.replace(',', '|')), false))
                .hasMessageContaining(":1: is separated by vertical lines");
    }

    @Test
    void adjustedClosesTellOfSplitsAndDividendsAlone() throws IOException {
        // 1.00 is paid on 100 on the 6th; one share becomes two on the 8th. Adjusted: 49.5 = 100 · 0.99 / 2.
        Path file = write("""
                date,open,high,low,close,adjclose,volume
                2020-01-02,100,100,100,100,49.500000,1
                2020-01-03,100,100,100,100,49.500000,1
                2020-01-06,99,99,99,99,49.500000,1
                2020-01-07,104,104,104,104,52.000000,1
                2020-01-08,53,53,53,53,53.000000,1
                """);
        BarSource.Bars bars = load(file, false);

        assertThat(bars.series().close(0)).isEqualTo(100);
        assertThat(bars.actions()).hasSize(2);
        assertThat(bars.actions().get(0).dividend()).isCloseTo(1, within(1e-5));
        assertThat(bars.actions().get(0).split()).isEqualTo(1);
        assertThat(bars.actions().get(0).exMs()).isEqualTo(bars.series().openTime(2));
        assertThat(bars.actions().get(1).split()).isEqualTo(2);
        assertThat(bars.actions().get(1).dividend()).isZero();
        assertThat(bars.actions().get(1).exMs()).isEqualTo(bars.series().openTime(4));
        assertThat(bars.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"495.000000", "4.950000", "45.900000", "49.600000"})
    void aMistypedAdjustedCloseIsNoDividend(String mistyped) throws IOException {
        BarSource.Bars bars = load(write("""
                date,open,high,low,close,adjclose,volume
                2020-01-02,100,100,100,100,49.500000,1
                2020-01-03,100,100,100,100,%s,1
                2020-01-06,100,100,100,100,49.500000,1
                """.formatted(mistyped)), false);

        assertThat(bars.actions()).isEmpty();
        assertThat(bars.warnings()).singleElement().asString().contains("neither splits nor dividends: 2, left out");
    }

    /** As it is done to pay out those who hold little. */
    @Test
    void aSplitThatTheNextBarTakesBackIsOneWhereThePriceFollows() throws IOException {
        BarSource.Bars bars = load(write("""
                date,open,high,low,close,adjclose,volume
                2020-01-02,5,5,5,5,5.000000,1
                2020-01-03,100,100,100,100,5.000000,1
                2020-01-06,5,5,5,5,5.000000,1
                """), false);

        assertThat(bars.actions()).extracting(CorporateAction::split).containsExactly(0.05, 20.0);
    }

    @Test
    void aDividendOfMuchOfThePriceIsOneWhereThePriceFellByIt() throws IOException {
        BarSource.Bars bars = load(write("""
                date,open,high,low,close,adjclose,volume
                2020-01-02,100,100,100,100,60.000000,1
                2020-01-03,62,62,62,62,62.000000,1
                """), false);

        assertThat(bars.actions()).singleElement().satisfies(action -> {
            assertThat(action.dividend()).isCloseTo(40, within(1e-5));
            assertThat(action.split()).isEqualTo(1);
        });
    }

    @Test
    void adjustedClosesThatOnlyRoundTellOfNothing() throws IOException {
        StringBuilder text = new StringBuilder("date,open,high,low,close,adjclose,volume\n");
        for (int day = 2; day < 18; day++) {
            double close = 10 + day / 7.0;
            boolean session = TradingCalendar.newYorkStockExchange().isSession(LocalDate.of(2020, 1, day));
            if (session) {
                text.append(String.format(
                        Locale.ROOT, "2020-01-%02d,%2$.4f,%2$.4f,%2$.4f,%2$.4f,%3$.2f,1%n", day, close, close * 0.731));
            }
        }

        assertThat(load(write(text.toString()), false).actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1577975400, epoch seconds",
        "1577975400000, epoch milliseconds",
        "1577975400000000, epoch microseconds",
        "2020-01-02, dates",
        "2020-01-02T14:30:00Z, date-times with an offset",
        "2020-01-02 09:30:00-05:00, date-times with an offset",
        "2020-01-02 14:30:00, 'date-times without an offset, read as UTC'"
    })
    void theFormOfTheTimesIsDecidedByTheFileAndTold(String time, String form) throws IOException {
        BarSource.Bars bars = load(write("timestamp,open,high,low,close,volume\n" + time + ",1,1,1,1,1\n"), false);

        assertThat(bars.series().openTime(0)).isEqualTo(1_577_975_400_000L);
        assertThat(bars.notes()).singleElement().asString().endsWith("times are " + form);
    }

    @Test
    void gzipIsReadAndACutOneRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write((HEADER + GOOD).getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("bars.csv.gz");
        Files.write(file, bytes.toByteArray());
        assertThat(load(file, false).series().size()).isEqualTo(1);

        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
        assertThatThrownBy(() -> load(file, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be read");
    }

    private Path write(String text) throws IOException {
        Path file = folder.resolve("bars.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static BarSource.Bars load(Path file, boolean skip) {
        return new CsvBarSource()
                .load(new BarSource.Request(
                        file,
                        "SPX",
                        86_400_000L,
                        TradingCalendar.newYorkStockExchange(),
                        Optional.empty(),
                        Optional.empty(),
                        skip));
    }
}
