package io.argus.connectors.file.csv;

import io.argus.domain.DataException;
import io.argus.domain.returns.ReturnTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvReturnTableSourceTest {

    private static final String HEADER = "date,slow,fast\n";
    private static final String GOOD = "2020-01-02,0.01,-0.02\n";

    @TempDir
    private Path folder;

    @Test
    void readsDatesAndAnIndexPlainAndGzipped() throws IOException {
        ReturnTable table = load("\uFEFFdate, slow ,fast\n2020-01-02,0.01,-2e-2\n\n2020-01-03, 0 ,1\n");
        assertThat(table.names()).containsExactly("slow", "fast");
        assertThat(table.labels()).containsExactly("2020-01-02", "2020-01-03");
        assertThat(table.column(1)).containsExactly(-0.02, 1);
        Path zipped = folder.resolve("returns.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(",a\n0,0.5\n1,0.25\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(new CsvReturnTableSource().load(zipped).column(0)).containsExactly(0.5, 0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2020-01-03,0.01; has 2 fields, the header 3",
                "2020-01-03,0.01,0.1,0.2; has 4 fields, the header 3",
                "2020-01-03,NaN,0.1; slow has no finite return here",
                "2020-01-03,,0.1; slow has no finite return here",
                "2020-01-03,0.01,inf; fast is not a number",
                "2020-01-03,0x1p3,0.1; slow is not a number",
                "2020-01-03,0.01,1f; fast is not a number",
                "2020-01-03,0.01,Infinity; fast has no finite return here",
                "2020-01-03,0.01,-1e200; fast has no return here, but",
                "2020-01-02,0.01,0.1; dates must ascend",
                "spring,0.01,0.1; label all rows with dates, or none",
            })
    void namesTheLineOfAFault(String row, String problem) {
        assertThatThrownBy(() -> load(HEADER + GOOD + row + "\n"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("returns.csv:3: ")
                .hasMessageContaining(problem);
    }

    /** It would leave the dates around it in any order. */
    @Test
    void oneLabelThatIsNoDateSwitchesNoCheckOff() {
        assertThatThrownBy(() -> load(HEADER + GOOD + "2020-1-3,0,0\n2019-01-04,0,0\n"))
                .hasMessageEndingWith(
                        "returns.csv:3: \"2020-1-3\" is no date such as 2024-01-31 and \"2020-01-02\" before it"
                                + " is one; label all rows with dates, or none");
        assertThatThrownBy(() -> load(HEADER + "1,0,0\n2020-01-02,0,0\n"))
                .hasMessageContaining("returns.csv:3: \"2020-01-02\" is a date and \"1\" before it is none");
    }

    @Test
    void refusesTablesWithoutTrialsOrRows() {
        assertThatThrownBy(() -> load("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> load(HEADER)).hasMessageContaining("no rows");
        assertThatThrownBy(() -> load("date\n2020-01-02\n")).hasMessageContaining("returns.csv:1: has no trial");
        assertThatThrownBy(() -> load("date,a,a\n")).hasMessageContaining("two columns are named a");
        assertThatThrownBy(() -> load("date,a,\n")).hasMessageContaining("column 3 has no name");
        assertThatThrownBy(() -> new CsvReturnTableSource().load(folder.resolve("none.csv")))
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-01-01,0.01,-2e-2",
                "2020-01-01T00:00:00Z,0.01,NaN",
                "0,1,2",
                "1577836800000,.5,1.",
                "01/02/2020,0,0"
            })
    void aFirstRowIsNotTakenForAHeader(String first) {
        assertThatThrownBy(() -> load(first + "\n" + GOOD))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("returns.csv:1: is a row of numbers where a header is expected;"
                        + " name the columns above it, such as date,trend,carry");
    }

    /** Other programs number their columns. */
    @Test
    void namesMayBeNumbersBesideAnIndexThatIsNone() throws IOException {
        assertThat(load(",0,1\n" + GOOD).names()).containsExactly("0", "1");
        assertThat(load("date,0.25,0.5\n" + GOOD).names()).containsExactly("0.25", "0.5");
    }

    @Test
    void anotherSeparatorIsNamed() {
        assertThatThrownBy(() -> load("date;a;b\n2020-01-02;0,01;0,02\n"))
                .hasMessageEndingWith("returns.csv:1: is separated by semicolons; separate the fields by commas");
        assertThatThrownBy(() -> load("2020-01-02;0,01;0,02\n")).hasMessageContaining("is separated by semicolons");
        assertThatThrownBy(() -> load("date\ta\n2020-01-02\t0.01\n")).hasMessageContaining("is separated by tabs");
    }

    private ReturnTable load(String text) throws IOException {
        Path file = folder.resolve("returns.csv");
        Files.writeString(file, text);
        return new CsvReturnTableSource().load(file);
    }
}
