package io.argus.app.cli;

import io.argus.allocation.covariance.CovarianceEstimate;
import io.argus.allocation.covariance.CovarianceEstimator;
import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.PortfolioProblem;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.portfolio.RiskBudgets;
import io.argus.allocation.portfolio.WeightLimits;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.returns.ReturnTable;
import io.argus.research.port.ReturnTableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus weights}. */
@Command(
        name = "weights",
        description = {
            "Portfolio weights from a table of returns.",
            "The table is CSV: first a column of dates or an index, then a column of returns an asset. Weights "
                    + "are not negative and sum to 1, or to what caps leave; kelly_covariance and "
                    + "fractional_kelly, which take the columns' means for what is expected, may hold less. "
                    + "Volatility is per row of the table. A risk contribution is an asset's share of the "
                    + "portfolio's variance; together they are 1.",
            "",
            "Methods: fractional_kelly, equal_weight, inverse_volatility, minimum_variance, risk_parity, hrp, "
                    + "kelly_covariance. Covariances: sample (divisor T-1), ledoit_wolf and oas (divisor T)."
        },
        footer = {"", "Example:", "  argus weights --returns assets.csv --method risk_parity --covariance ledoit_wolf"})
final class WeightsCommand implements Runnable {

    private final Terminal base;
    private final ReturnTableSource source;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--returns", required = true, paramLabel = "F.csv", description = "The table, .csv or .csv.gz.")
    private Path returns = Path.of("");

    @Option(names = "--method", required = true, paramLabel = "M", description = "How weights are found; see above.")
    private String method = "";

    @Option(
            names = "--covariance",
            paramLabel = "C",
            defaultValue = "sample",
            description = "How covariances are estimated (default: ${DEFAULT-VALUE}).")
    private String covariance = "sample";

    @Option(
            names = "--budgets",
            paramLabel = "B",
            split = ",",
            description = "Risk budgets for risk_parity: a number a column, or name=number (default: all equal).")
    private List<String> budgets = List.of();

    @Option(names = "--cap", paramLabel = "X", description = "Largest weight, above 0, at most 1 (default: none).")
    private Optional<Double> cap = Optional.empty();

    @Option(
            names = "--kelly-fraction",
            paramLabel = "X",
            defaultValue = "0.25",
            description = "Of the growth-optimal size, for the two Kelly methods (default: ${DEFAULT-VALUE}).")
    private double kellyFraction = 0.25;

    WeightsCommand(Terminal base, ReturnTableSource source) {
        this.base = base;
        this.source = source;
    }

    @Override
    public void run() {
        AllocationMethod chosen = AllocationMethod.find(method)
                .orElseThrow(() -> new ConfigException(
                        "--method",
                        "there is no " + method + "; known are " + String.join(", ", AllocationMethod.keys())));
        CovarianceEstimator estimator = CovarianceEstimator.find(covariance)
                .orElseThrow(() -> new ConfigException(
                        "--covariance",
                        "there is no " + covariance + "; known are " + String.join(", ", CovarianceEstimator.keys())));
        double largest = fraction("--cap", cap.orElse(1.0));
        double kelly = fraction("--kelly-fraction", kellyFraction);
        if (!budgets.isEmpty() && chosen != AllocationMethod.RISK_PARITY) {
            throw new ConfigException("--budgets", "are for risk_parity, not for " + method);
        }
        ReturnTable table = source.load(returns);
        requireVarying(table);
        Allocator allocator = chosen.allocator(budgets(table.names()), kelly)
                .orElseGet(() -> problem -> KellyByColumn.weights(table, problem, kelly));
        CovarianceEstimate estimate = estimator.estimate(table);
        PortfolioWeights weights = allocator.allocate(new PortfolioProblem(
                table.names(), estimate.matrix(), means(table), new WeightLimits(largest, 1, false)));
        Terminal terminal = options.terminal(base);
        weights.notes().forEach(terminal::say);
        base.result(format.json() ? json(table, estimate, weights) : text(table, estimate, weights));
    }

    private void requireVarying(ReturnTable table) {
        if (table.rows() < 2) {
            throw new DataException(returns.toString(), "has one row of returns, and a covariance needs at least two");
        }
        for (int i = 0; i < table.trials(); i++) {
            if (!table.varies(i)) {
                throw new DataException(
                        returns.toString(),
                        "column " + table.names().get(i) + " never changes: it has no risk to weigh; leave it out");
            }
        }
    }

    private RiskBudgets budgets(List<String> names) {
        if (budgets.isEmpty()) {
            return RiskBudgets.equal();
        }
        boolean named = budgets.stream().anyMatch(each -> each.contains("="));
        if (!named && budgets.size() != names.size()) {
            throw new ConfigException(
                    "--budgets", "has " + Counted.of(budgets.size(), "number") + " for the columns " + names);
        }
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < budgets.size(); i++) {
            String each = budgets.get(i);
            int at = each.lastIndexOf('=');
            String name = named ? each.substring(0, Math.max(0, at)).strip() : names.get(i);
            if (!names.contains(name)) {
                throw new ConfigException("--budgets", "no column is named \"" + name + "\"; there are " + names);
            }
            if (byName.put(name, number(each.substring(at + 1))) != null) {
                throw new ConfigException("--budgets", "names " + name + " twice");
            }
        }
        return RiskBudgets.of(byName);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new ConfigException("--budgets", "takes numbers, not \"" + text + "\"");
        }
    }

    private static double fraction(String option, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new ConfigException(option, "must be above 0 and at most 1, not " + value);
        }
        return value;
    }

    private static double[] means(ReturnTable table) {
        double[] means = new double[table.trials()];
        Arrays.setAll(means, i -> Arrays.stream(table.column(i)).sum() / table.rows());
        return means;
    }

    private String json(ReturnTable table, CovarianceEstimate estimate, PortfolioWeights weights) {
        Optional<double[]> shares = weights.riskContributions(estimate.matrix());
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", table.names().get(i));
            row.put("weight", weights.weight(i));
            int at = i;
            row.put("risk_contribution", shares.map(each -> each[at]).orElse(null));
            rows.add(row);
        }
        Map<String, Object> estimated = new LinkedHashMap<>();
        estimated.put("estimator", estimate.estimator().key());
        estimated.put("shrinkage", estimate.shrinkage());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("method", method);
        document.put("covariance", estimated);
        document.put("volatility", weights.volatility(estimate.matrix()));
        document.put("weights", rows);
        return Json.text(document);
    }

    private String text(ReturnTable table, CovarianceEstimate estimate, PortfolioWeights weights) {
        Optional<double[]> shares = weights.riskContributions(estimate.matrix());
        Table rows = Table.of("asset", "weight>", "volatility>", "share of risk>");
        double sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.weight(i);
            rows.row(
                    table.names().get(i),
                    percent(weights.weight(i)),
                    percent(estimate.matrix().volatility(i)),
                    shares.isEmpty() ? "-" : percent(shares.get()[i]));
        }
        return rows.render(base.ansi())
                + String.format(
                        Locale.ROOT,
                        "\n%s over %d rows, %s covariance%s\nweights sum to %s, volatility %s a row",
                        method,
                        table.rows(),
                        estimate.estimator().key(),
                        estimate.shrinkage() > 0
                                ? String.format(Locale.ROOT, " with shrinkage %.4f", estimate.shrinkage())
                                : "",
                        percent(sum),
                        percent(weights.volatility(estimate.matrix())));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.4f%%", 100 * fraction);
    }
}
