package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.strategy.Side;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.PortfolioSummary;

/** Writes the artifact of a run. */
final class ExperimentDocument {

    private ExperimentDocument() {}

    static ObjectNode write(Experiment experiment) {
        ObjectNode document = JsonDocuments.versioned();
        ObjectNode manifest = manifest(experiment.manifest());
        StressDocument.writeWindows(manifest, experiment.stress());
        experiment.monteCarlo().ifPresent(result -> manifest.set("mc_bootstrap", MonteCarloDocument.write(result)));
        StressDocument.writeRuns(manifest, experiment.stress());
        document.set("manifest", manifest);
        document.set("result", result(experiment.result()));
        return document;
    }

    private static ObjectNode manifest(Manifest manifest) {
        ObjectNode node = JsonDocuments.object();
        node.put("run_id", manifest.runId());
        node.put("strategy_class", manifest.strategyClass());
        node.set("strategy_params", JsonDocuments.values(manifest.parameters().asMap()));
        node.set("execution_config", JsonDocuments.values(manifest.executionConfig()));
        ArrayNode packs = node.putArray("replay_packs");
        manifest.packs().forEach(pack -> packs.add(pack(pack)));
        return node.put("seed", manifest.seed()).put("engine_version", manifest.engineVersion());
    }

    private static ObjectNode pack(PackReference pack) {
        ObjectNode node = JsonDocuments.object().put("path", pack.path()).put("hash", pack.hash());
        if (!pack.labels().isEmpty()) {
            ObjectNode labels = node.putObject("labels");
            pack.labels().forEach(labels::put);
        }
        return node;
    }

    private static ObjectNode result(ExperimentResult result) {
        ObjectNode node = JsonDocuments.object();
        node.put("strategy_id", result.strategyId());
        node.put("tag", result.tag());
        node.set("instruments", RunParts.instruments(result.instruments()));
        node.put("bars_replayed", result.barsReplayed());
        node.put("outcomes_used", result.outcomesUsed());
        ObjectNode sessions = node.putObject("session_distribution");
        result.sessionDistribution().forEach((session, bars) -> sessions.put(session.name(), bars));
        node.set("portfolio", portfolio(result));
        node.set("execution", execution(result.execution()));
        JsonDocuments.put(node, "periods_per_year", result.periodsPerYear());
        JsonDocuments.put(node, "observations", result.observations());
        JsonDocuments.put(node, "exposure", result.exposure());
        JsonDocuments.put(node, "max_loss_per_contract", result.maxLossPerContract());
        node.put("ruined", result.ruined());
        ArrayNode joint = node.putArray("joint_regimes");
        result.jointRegimes()
                .forEach(bucket -> joint.addObject()
                        .put("key", bucket.key())
                        .put("days", bucket.bars())
                        .put("pnl", bucket.pnl()));
        result.dailyReturns().ifPresent(daily -> {
            ObjectNode series = node.putObject("daily_returns");
            ArrayNode dates = series.putArray("dates");
            daily.dates().forEach(date -> dates.add(date.toString()));
            series.set("returns", JsonDocuments.numbers(daily.returns()));
            daily.benchmark().ifPresent(values -> series.set("benchmark", JsonDocuments.numbers(values)));
            daily.cash().ifPresent(values -> series.set("cash", JsonDocuments.numbers(values)));
        });
        ArrayNode trades = node.putArray("closed_trades");
        result.trades().forEach(trade -> trades.add(trade(trade)));
        return node.put("fingerprint", result.fingerprint());
    }

    private static ObjectNode portfolio(ExperimentResult result) {
        PortfolioSummary portfolio = result.portfolio();
        ObjectNode node = JsonDocuments.object();
        node.put("starting_cash", portfolio.startingCash());
        node.put("final_equity", portfolio.finalEquity());
        node.put("total_realized_pnl", portfolio.totalRealizedPnl());
        node.put("total_return_pct", portfolio.totalReturnPercent());
        node.put("total_trades", portfolio.totalTrades());
        node.put("winners", portfolio.winners());
        node.put("losers", portfolio.losers());
        JsonDocuments.put(node, "win_rate", portfolio.winRate());
        JsonDocuments.put(node, "profit_factor", portfolio.profitFactor());
        JsonDocuments.put(node, "expectancy", portfolio.expectancy());
        JsonDocuments.put(node, "avg_holding_time_mins", portfolio.averageHoldingMinutes());
        JsonDocuments.put(node, "sharpe_annualized_proxy", portfolio.sharpeAnnualized());
        node.put("max_drawdown", portfolio.maxDrawdown());
        node.put("max_drawdown_pct", portfolio.maxDrawdownPercent());
        node.put("total_commission", portfolio.totalCommission());
        node.put("open_positions", portfolio.openPositions());
        node.set("regime_breakdown", RunParts.regimes(result.regimes()));
        node.set(
                "trade_pnls",
                JsonDocuments.numbers(result.tradePnls().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
        return node;
    }

    private static ObjectNode execution(ExecutionSummary execution) {
        ObjectNode node = JsonDocuments.object();
        node.put("fills", execution.fills());
        node.put("rejects", execution.rejects());
        node.put("pending", execution.pending());
        node.put("fill_rate", execution.fillRate());
        node.put("total_commission", execution.totalCommission());
        node.put("total_slippage", execution.totalSlippage());
        node.put("traded_notional", execution.tradedNotional());
        ObjectNode reasons = node.putObject("reject_reasons");
        execution.rejectReasons().forEach((reason, count) -> reasons.put(reason.name(), count));
        node.put("stale_mark_share", execution.staleMarkShare());
        node.put("settlement_proxies", execution.settlementProxies());
        return node;
    }

    private static ObjectNode trade(ClosedTrade trade) {
        return JsonDocuments.object()
                .put("position_id", trade.positionId())
                .put("symbol", trade.symbol())
                .put("side", trade.entrySide() == Side.BUY ? "long" : "short")
                .put("quantity", trade.quantity())
                .put("entry_time_ms", trade.entryTimeMs())
                .put("entry_price", trade.entryPrice())
                .put("exit_time_ms", trade.exitTimeMs())
                .put("exit_price", trade.exitPrice())
                .put("gross_pnl", trade.grossPnl())
                .put("commission", trade.commission())
                .put("equity_at_entry", trade.equityAtEntry())
                .put("return_on_equity", trade.returnOnEquity())
                .put("exit_reason", trade.exitReason());
    }
}
