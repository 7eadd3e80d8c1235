package io.argus.allocation;

import io.argus.domain.allocation.PortfolioRisk;
import io.argus.domain.returns.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Figures of the whole, from what its parts earned on the same days. */
final class JointRisk {

    private static final double WORST = 0.05;

    private JointRisk() {}

    /** Unknown unless every weight has a column of returns. */
    static PortfolioRisk of(AllocationRequest request, List<String> names, double[] weights) {
        Optional<ReturnTable> table = request.returns();
        Optional<int[]> found = table.flatMap(returns -> columns(returns, request, names));
        if (found.isEmpty() || weights.length == 0 || table.get().rows() < 2) {
            return PortfolioRisk.unknown();
        }
        ReturnTable returns = table.get();
        int[] columns = found.get();
        double[] joint = new double[returns.rows()];
        for (int i = 0; i < columns.length; i++) {
            for (int row = 0; row < joint.length; row++) {
                joint[row] += weights[i] * returns.at(row, columns[i]);
            }
        }
        double mean = Arrays.stream(joint).sum() / joint.length;
        double squares = 0;
        for (double each : joint) {
            squares += (each - mean) * (each - mean);
        }
        double volatility = Math.sqrt(
                squares / (joint.length - 1) * request.settings().portfolio().periodsPerYear());
        return new PortfolioRisk(
                OptionalDouble.of(volatility), OptionalDouble.of(expectedShortfall(joint)), OptionalDouble.empty());
    }

    /** The mean loss in the worst twentieth of the periods, the last of them counted in part. */
    private static double expectedShortfall(double[] joint) {
        double[] sorted = joint.clone();
        Arrays.sort(sorted);
        double count = WORST * sorted.length;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += sorted[i] * Math.min(1, count - i);
        }
        return 0.0 - sum / count;
    }

    private static Optional<int[]> columns(ReturnTable returns, AllocationRequest request, List<String> names) {
        int[] columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            OptionalInt at =
                    Names.column(returns, names.get(i), request.forecasts().get(i));
            if (at.isEmpty()) {
                return Optional.empty();
            }
            columns[i] = at.getAsInt();
        }
        return Optional.of(columns);
    }
}
