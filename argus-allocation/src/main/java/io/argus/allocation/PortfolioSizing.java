package io.argus.allocation;

import io.argus.allocation.covariance.CovarianceMatrix;
import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.PortfolioProblem;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.portfolio.WeightLimits;
import io.argus.allocation.sizing.Sizing;
import io.argus.allocation.sizing.StepwiseSizing;
import io.argus.domain.ConfigException;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.returns.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sizes by an allocator. A forecast that cannot be used, or whose returns never change, gets 0 with the reason; the
 * allocator sees the others. Assets stand in the order of names, so that the order of forecasts does not matter.
 */
final class PortfolioSizing {

    private final AllocationRequest request;
    private final PortfolioSettings settings;
    private final List<String> names;
    private final Sizing[] sized;
    private final List<String> notes;

    private PortfolioSizing(AllocationRequest request, List<String> names, List<String> notes) {
        this.request = request;
        this.settings = request.settings().portfolio();
        this.names = names;
        this.sized = new Sizing[names.size()];
        this.notes = notes;
    }

    /**
     * @param order of the forecasts by id and run
     * @param notes receives what the allocator says of the whole
     */
    static Sizing[] sized(
            AllocationRequest request, Allocator allocator, List<String> names, int[] order, List<String> notes) {
        PortfolioSizing sizing = new PortfolioSizing(request, names, notes);
        int[] assets = sizing.usable(order);
        if (assets.length > 0) {
            sizing.allocate(allocator, assets);
        }
        return sizing.sized;
    }

    private int[] usable(int[] order) {
        List<Integer> usable = new ArrayList<>();
        for (int at : order) {
            if (!StepwiseSizing.usable(request.forecasts().get(at))) {
                sized[at] = StepwiseSizing.unusable();
            } else if (settings.needsReturns() && neverChanges(at)) {
                sized[at] = new Sizing(
                        0, kellyRaw(at), List.of(new Adjustment("unusable_returns", 0, 0, "its returns never change")));
            } else {
                usable.add(at);
            }
        }
        return usable.stream().mapToInt(Integer::intValue).toArray();
    }

    private void allocate(Allocator allocator, int[] assets) {
        CovarianceMatrix covariance = settings.needsReturns() ? covariance(assets) : unknown(assets.length);
        double[] mu = new double[assets.length];
        Arrays.setAll(mu, i -> netMu(assets[i]) / settings.periodsPerYear());
        PortfolioWeights weights = allocator.allocate(new PortfolioProblem(
                Arrays.stream(assets).mapToObj(names::get).toList(),
                covariance,
                mu,
                new WeightLimits(
                        request.settings().rule().cap(),
                        request.settings().aggregateExposureCap(),
                        settings.fullInvestment())));
        if (weights.size() != assets.length) {
            throw new IllegalArgumentException(
                    settings.method() + " gave " + weights.size() + " weights for " + assets.length + " assets");
        }
        notes.addAll(weights.notes());
        for (int i = 0; i < assets.length; i++) {
            List<Adjustment> trail = new ArrayList<>();
            trail.add(new Adjustment(
                    settings.method(), 0, weights.raw(i), "of " + assets.length + " assets allocated together"));
            if (weights.weight(i) != weights.raw(i)) {
                trail.add(new Adjustment(
                        "weight_limits",
                        weights.raw(i),
                        weights.weight(i),
                        "the nearest weights within per_play_cap and aggregate_exposure_cap"));
            }
            sized[assets[i]] = new Sizing(weights.weight(i), kellyRaw(assets[i]), trail);
        }
    }

    private CovarianceMatrix covariance(int[] assets) {
        ReturnTable all = returns(assets[0]);
        double[][] columns = new double[assets.length][];
        Arrays.setAll(columns, i -> all.column(column(assets[i])));
        ReturnTable own = ReturnTable.of(
                all.labels(), Arrays.stream(assets).mapToObj(names::get).toList(), columns);
        if (own.rows() < 2) {
            throw new ConfigException("returns", "have one row, and a covariance needs at least two");
        }
        return settings.psd().apply(settings.covariance().estimate(own).matrix());
    }

    /** For methods that do not read it. */
    private static CovarianceMatrix unknown(int size) {
        double[][] identity = new double[size][size];
        IntStream.range(0, size).forEach(i -> identity[i][i] = 1);
        return CovarianceMatrix.of(identity);
    }

    private boolean neverChanges(int at) {
        return !returns(at).varies(column(at));
    }

    private int column(int at) {
        return Names.column(returns(at), names.get(at), request.forecasts().get(at))
                .orElseThrow(() -> missing(names.get(at)));
    }

    /** Of all; the one that they are wanted for is named where there are none. */
    private ReturnTable returns(int at) {
        return request.returns().orElseThrow(() -> missing(names.get(at)));
    }

    private ConfigException missing(String name) {
        return new ConfigException(
                "method",
                settings.method() + " needs returns, and there are none of " + name + "; methods that work without: "
                        + String.join(", ", AllocationMethod.keysWithoutReturns()));
    }

    private double netMu(int at) {
        Forecast forecast = request.forecasts().get(at);
        return finite(Math.max(0, Math.min(1, forecast.confidence())) * forecast.mu() - forecast.cost());
    }

    private double kellyRaw(int at) {
        double edge = netMu(at);
        double sigma = request.forecasts().get(at).sigma();
        return edge == 0 ? 0 : finite(edge / (sigma * sigma));
    }

    private static double finite(double value) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
}
