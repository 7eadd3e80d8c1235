package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What an allocator is asked.
 *
 * @param names of the assets, each once
 * @param covariance of their returns
 * @param netMu expected return of each, shrunk and net of cost, over the period of the covariance; all 0 where nothing
 *     is known, which only one method minds
 */
public record PortfolioProblem(List<String> names, CovarianceMatrix covariance, double[] netMu, WeightLimits limits) {

    public PortfolioProblem {
        names = List.copyOf(names);
        Objects.requireNonNull(limits, "limits");
        if (names.size() != covariance.size() || netMu.length != names.size()) {
            throw new IllegalArgumentException(names.size() + " names, " + covariance.size() + " variances and "
                    + netMu.length + " expected returns");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("an asset stands twice: " + names);
        }
        netMu = netMu.clone();
        for (double mu : netMu) {
            if (!Double.isFinite(mu)) {
                throw new IllegalArgumentException("an expected return must be finite: " + mu);
            }
        }
    }

    /** Without expected returns. */
    public static PortfolioProblem of(List<String> names, CovarianceMatrix covariance, WeightLimits limits) {
        return new PortfolioProblem(names, covariance, new double[names.size()], limits);
    }

    @Override
    public double[] netMu() {
        return netMu.clone();
    }

    int size() {
        return names.size();
    }
}
