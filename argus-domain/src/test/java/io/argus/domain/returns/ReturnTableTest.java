package io.argus.domain.returns;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ReturnTableTest {

    private static final List<String> LABELS = List.of("0", "1");
    private static final double[][] COLUMNS = {{0.01, 0.02}, {0.03, -0.01}, {0.5, 0.25}};

    private final ReturnTable table = ReturnTable.of(LABELS, List.of("a", "index", "b"), COLUMNS);

    @Test
    void saysWhichTrialVariesByMoreThanRounding() {
        ReturnTable table = ReturnTable.of(List.of("1", "2"), List.of("interest", "trend"), new double[][] {
            {1e-4, 1e-4 + 2e-16}, {0.01, 0.02}
        });
        assertThat(table.varies(0)).isFalse();
        assertThat(table.varies(1)).isTrue();
    }

    @Test
    void aBenchmarkIsSubtractedAndNoTrialAnyMore() {
        ReturnTable against = table.against("index").orElseThrow();
        assertThat(against.names()).containsExactly("a", "b");
        assertThat(against.column(0)).containsExactly(0.01 - 0.03, 0.02 + 0.01);
        assertThat(against.column(1)).containsExactly(0.5 - 0.03, 0.25 + 0.01);
        assertThatThrownBy(() -> table.against("c")).hasMessageContaining("no column is named c");
        assertThat(ReturnTable.of(LABELS, List.of("a"), new double[][] {{1, 2}}).against("a"))
                .isEmpty();
    }

    /** Their differences are the fee up to the last digits, which must not become a Sharpe ratio. */
    @Test
    void aColumnThatIsTheBenchmarkLessAFeeDoesNotVaryAgainstIt() {
        double[] index = {0.0123, -0.0207, 0.0011, 0.0302, -0.0059};
        double[] fund = Arrays.stream(index).map(value -> value - 0.00001).toArray();
        double[] again = Arrays.stream(index).map(value -> 1 + value - 1).toArray();
        ReturnTable against = ReturnTable.of(
                        List.of("0", "1", "2", "3", "4"),
                        List.of("fund", "again", "index"),
                        new double[][] {fund, again, index})
                .against("index")
                .orElseThrow();
        assertThat(against.column(0)).containsOnly(against.at(0, 0));
        assertThat(against.at(0, 0)).isCloseTo(-0.00001, within(1e-15));
        assertThat(against.column(1)).containsOnly(0);
    }

    @Test
    void itsArraysAreItsOwn() {
        double[][] given = {{0.01, 0.02}};
        ReturnTable own = ReturnTable.of(LABELS, List.of("a"), given);
        given[0][0] = 9;
        own.column(0)[0] = 9;
        own.columns().get(0)[0] = 9;
        assertThat(own.at(0, 0)).isEqualTo(0.01);
        assertThat(own).isEqualTo(ReturnTable.of(LABELS, List.of("a"), new double[][] {{0.01, 0.02}}));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> ReturnTable.of(LABELS, List.of("a", "a"), new double[][] {{1, 2}, {1, 2}}))
                .hasMessageContaining("two trials are named a");
        assertThatThrownBy(() -> ReturnTable.of(LABELS, List.of("a"), new double[][] {{1}}))
                .hasMessageContaining("a has 1 returns for 2 rows");
        assertThatThrownBy(() -> ReturnTable.of(LABELS, List.of("a"), new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("a at 1 is no finite number");
        assertThatThrownBy(() -> ReturnTable.of(List.of(), List.of(), new double[0][]))
                .hasMessageContaining("at least one trial");
        assertThatThrownBy(() -> ReturnTable.of(LABELS, List.of(" "), new double[][] {{1, 2}}))
                .hasMessageContaining("trial 1 has no name");
    }
}
