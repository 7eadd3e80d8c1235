package io.argus.connectors.file.csv;

import io.argus.domain.DataException;
import io.argus.research.experiment.CashRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Rates by date, and what is told about wrong ones. */
class CsvCashRateSourceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRateHoldsUntilTheNext() throws IOException {
        CashRate rates = load("\uFEFFrate,date\n0.01,2020-01-02\n-0.002,2020-03-01\n");

        assertThat(rates)
                .isEqualTo(CashRate.of(Map.of(LocalDate.of(2020, 1, 2), 0.01, LocalDate.of(2020, 3, 1), -0.002)));
        assertThat(rates.annualOn(LocalDate.of(2020, 2, 29))).isEqualTo(0.01);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                             | is empty",
                "date,rate                                      | no rows",
                "day,rate~2020-01-02,0.01                       | :1: has no column date; it has day, rate",
                "date,rate~2020-01-02                           | :2: has only 1 fields",
                "date,rate~2.1.2020,0.01                        | :2: \"2.1.2020\" is no date",
                "date,rate~2020-01-02,high                      | :2: \"high\" is no number",
                "date,rate~2020-01-02,0.01d                     | :2: \"0.01d\" is no number",
                "date,rate~2020-01-02,NaN                       | :2: a cash rate is a decimal",
                "date,rate~2020-01-02,2.5                       | :2: a cash rate is a decimal",
                "date,rate~2020-01-02,0.01~2020-01-02,0.02      | :3: dates must ascend"
            })
    void aWrongRowIsNamed(String text, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(text.strip().replace("~", "\n")))
                .withMessageContaining(message);
    }

    private CashRate load(String text) throws IOException {
        return new CsvCashRateSource().load(Files.writeString(folder.resolve("rates.csv"), text));
    }
}
