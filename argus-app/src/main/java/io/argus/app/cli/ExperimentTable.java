package io.argus.app.cli;

import io.argus.app.terminal.Table;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.port.ExperimentStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Runs with what they gave. */
final class ExperimentTable {

    private ExperimentTable() {}

    static String text(List<ExperimentStore.Stored> runs, Ansi ansi) {
        Table table = Table.of("run", "return>", "Sharpe>", "maxDD>", "trades>", "parameters");
        for (ExperimentStore.Stored stored : runs) {
            Experiment run = stored.experiment();
            PortfolioSummary portfolio = run.result().portfolio();
            table.row(
                    run.manifest().runId(),
                    String.format(Locale.ROOT, "%.1f%%", portfolio.totalReturnPercent()),
                    Cell.number(portfolio.sharpeAnnualized(), 2),
                    String.format(Locale.ROOT, "%.1f%%", portfolio.maxDrawdownPercent()),
                    Long.toString(portfolio.totalTrades()),
                    run.manifest().parameters().toString());
        }
        return table.render(ansi);
    }

    static Map<String, Object> json(List<ExperimentStore.Stored> runs) {
        return Map.of("experiments", runs.stream().map(ExperimentTable::json).toList());
    }

    private static Map<String, Object> json(ExperimentStore.Stored stored) {
        Experiment run = stored.experiment();
        PortfolioSummary portfolio = run.result().portfolio();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run_id", run.manifest().runId());
        fields.put("strategy_id", run.result().strategyId());
        fields.put("strategy_class", run.manifest().strategyClass());
        fields.put("strategy_params", run.manifest().parameters().asMap());
        fields.put("total_return_pct", portfolio.totalReturnPercent());
        portfolio.sharpeAnnualized().ifPresent(value -> fields.put("sharpe_annualized_proxy", value));
        fields.put("max_drawdown_pct", portfolio.maxDrawdownPercent());
        fields.put("total_trades", portfolio.totalTrades());
        fields.put("fingerprint", run.result().fingerprint());
        fields.put("source_file", stored.file().toString());
        return fields;
    }
}
