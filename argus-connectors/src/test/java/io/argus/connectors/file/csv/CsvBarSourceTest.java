package io.argus.connectors.file.csv;

import io.argus.domain.DataException;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.port.BarSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                "2020-01-03,100,NaN,99,101,5; not a finite number",
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
                .anySatisfy(warning -> assertThat(warning).contains("1 bad rows were skipped, the first in line 3"));
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
    void refusesWhatIsNotText() throws IOException {
        Path file = folder.resolve("bars.csv");
        Files.write(file, new byte[] {'d', 'a', (byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> load(file, false)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> load(folder.resolve("none.csv"), false)).hasMessageContaining("no such file");
        assertThatThrownBy(() -> load(write(""), false)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> load(write(HEADER), false)).hasMessageContaining("has no bars");
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
