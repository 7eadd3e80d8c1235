package io.argus.testkit;

import io.argus.domain.returns.ReturnTable;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Tables of returns for properties: 1 to 8 assets over 3 to 40 periods, of at most 20 % a period. */
public final class ReturnTables {

    private static final int BASIS_POINTS = 10_000;

    private ReturnTables() {}

    /** Returns in whole basis points, shrinking to few assets, few periods and small returns; any may be constant. */
    public static Arbitrary<ReturnTable> any() {
        return Arbitraries.integers()
                .between(1, 8)
                .flatMap(assets -> Arbitraries.integers()
                        .between(3, 40)
                        .flatMap(rows -> Arbitraries.integers()
                                .between(-2_000, 2_000)
                                .list()
                                .ofSize(assets * rows)
                                .map(values -> table(assets, rows, values))));
    }

    /** Those in which no asset's returns are all the same. */
    public static Arbitrary<ReturnTable> varying() {
        return any().filter(table -> IntStream.range(0, table.trials())
                .allMatch(asset ->
                        IntStream.range(1, table.rows()).anyMatch(row -> table.at(row, asset) != table.at(0, asset))));
    }

    private static ReturnTable table(int assets, int rows, List<Integer> values) {
        double[][] columns = new double[assets][rows];
        for (int i = 0; i < values.size(); i++) {
            columns[i % assets][i / assets] = (double) values.get(i) / BASIS_POINTS;
        }
        return ReturnTable.of(
                IntStream.range(0, rows).mapToObj(Integer::toString).toList(),
                IntStream.range(0, assets).mapToObj(i -> "asset" + i).toList(),
                columns);
    }
}
