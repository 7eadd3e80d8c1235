package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.DataException;
import io.argus.domain.market.Session;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSummary;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.experiment.RegimeBucket;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The artifact of a run as JSON. Reading is lenient: other programs write less. */
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

    private static PackReference pack(JsonNode node) {
        SortedMap<String, String> labels = new TreeMap<>();
        JsonFields.object(node, "labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new PackReference(JsonFields.text(node, "path", ""), JsonFields.text(node, "hash", ""), labels);
    }

    private static ObjectNode result(ExperimentResult result) {
        ObjectNode node = JsonDocuments.object();
        node.put("strategy_id", result.strategyId());
        node.put("tag", result.tag());
        node.set("instruments", JsonDocuments.instruments(result.instruments()));
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
        node.set("regime_breakdown", JsonDocuments.regimes(result.regimes()));
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

    /** Whether a document means to be an artifact, be it a sound one or not. */
    static boolean isArtifact(JsonNode document) {
        return document.path("result").isObject() || document.path("manifest").isObject();
    }

    /**
     * @param fileName names the strategy where the document does not
     * @param hash of the file, names the run where the document does not
     */
    static Experiment read(String origin, String fileName, String hash, JsonNode document) {
        if (!document.path("result").isObject()) {
            throw new DataException(origin, "is no experiment artifact: it has no \"result\"");
        }
        JsonDocuments.requireVersion(origin, document);
        try {
            JsonNode manifest = JsonFields.object(document, "manifest");
            String stem = fileName.replaceFirst("\\.json$", "");
            return new Experiment(
                    readManifest(manifest, hash, stem),
                    readResult(document.path("result"), stem),
                    MonteCarloDocument.read(JsonFields.object(manifest, "mc_bootstrap")),
                    StressDocument.read(manifest));
        } catch (WrongTypeException e) {
            throw new DataException(origin, e.within(document), e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new DataException(origin, "is no usable artifact: " + e.getMessage());
        }
    }

    private static Manifest readManifest(JsonNode node, String hash, String stem) {
        SortedMap<String, Object> execution = new TreeMap<>();
        JsonFields.object(node, "execution_config").properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                execution.put(
                        entry.getKey(), value.isIntegralNumber() ? (Object) value.longValue() : value.doubleValue());
            } else if (value.isBoolean()) {
                execution.put(entry.getKey(), value.booleanValue());
            } else if (value.isTextual()) {
                execution.put(entry.getKey(), value.textValue());
            }
        });
        List<PackReference> packs = new ArrayList<>();
        JsonFields.objects(node, "replay_packs").forEach(pack -> packs.add(pack(pack)));
        return new Manifest(
                JsonFields.text(node, "run_id", "unknown-" + hash.substring(0, 16)),
                JsonFields.text(node, "strategy_class", stem),
                JsonDocuments.parameters(node, "strategy_params"),
                execution,
                packs,
                node.path("seed").asLong(0),
                JsonFields.text(node, "engine_version", ""));
    }

    private static ExperimentResult readResult(JsonNode node, String stem) {
        JsonNode portfolio = JsonFields.object(node, "portfolio");
        String[] parts = stem.split("_", -1);
        Optional<DailyReturns> daily = dailyReturns(JsonFields.object(node, "daily_returns"));
        Map<Session, Long> sessions = new EnumMap<>(Session.class);
        JsonNode distribution = JsonFields.object(node, "session_distribution");
        for (Session session : Session.values()) {
            if (distribution.hasNonNull(session.name())) {
                sessions.put(session, JsonFields.count(distribution, session.name()));
            }
        }
        List<RegimeBucket> joint = new ArrayList<>();
        JsonFields.objects(node, "joint_regimes")
                .forEach(each -> joint.add(new RegimeBucket(
                        JsonFields.text(each, "key", ""),
                        JsonFields.number(each, "pnl", 0),
                        JsonFields.count(each, "days"))));
        List<Double> pnl = new ArrayList<>();
        for (double each : JsonFields.numbers(portfolio, "trade_pnls")) {
            pnl.add(each);
        }
        List<ClosedTrade> trades = new ArrayList<>();
        JsonFields.objects(node, "closed_trades").forEach(each -> trades.add(readTrade(each, trades.size() + 1)));
        return new ExperimentResult(
                JsonFields.text(node, "strategy_id", parts[0]),
                JsonFields.text(node, "tag", parts.length >= 3 ? parts[parts.length - 2] : "base"),
                JsonDocuments.instruments(node, "instruments"),
                JsonFields.count(node, "bars_replayed"),
                JsonFields.count(node, "outcomes_used"),
                sessions,
                readPortfolio(portfolio, daily),
                trades,
                pnl,
                JsonDocuments.regimes(portfolio, "regime_breakdown"),
                joint,
                readExecution(JsonFields.object(node, "execution")),
                daily,
                JsonFields.whole(node, "periods_per_year"),
                daily.isPresent() ? OptionalInt.of(daily.get().size()) : JsonFields.whole(node, "observations"),
                JsonFields.number(node, "exposure"),
                JsonFields.number(node, "max_loss_per_contract"),
                JsonFields.flag(node, "ruined"),
                JsonFields.text(node, "fingerprint", ""));
    }

    private static Optional<DailyReturns> dailyReturns(JsonNode node) {
        double[] returns = JsonFields.numbers(node, "returns");
        return returns.length == 0
                ? Optional.empty()
                : Optional.of(DailyReturns.of(
                        JsonFields.dates(node, "dates"), returns, series(node, "benchmark"), series(node, "cash")));
    }

    private static Optional<double[]> series(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(JsonFields.numbers(node, key)) : Optional.empty();
    }

    private static PortfolioSummary readPortfolio(JsonNode node, Optional<DailyReturns> daily) {
        double start = JsonFields.number(node, "starting_cash", 10_000);
        AccountPath path =
                daily.map(returns -> AccountPath.of(start, returns)).orElseGet(() -> new AccountPath(0, 0, 0));
        double returned = JsonFields.number(node, "total_return_pct", path.returnPercent());
        return new PortfolioSummary(
                start,
                JsonFields.number(node, "final_equity", start * (1 + returned / 100)),
                JsonFields.number(node, "total_realized_pnl", 0),
                returned,
                JsonFields.whole(node, "total_trades").orElse(0),
                JsonFields.whole(node, "winners").orElse(0),
                JsonFields.whole(node, "losers").orElse(0),
                JsonFields.number(node, "win_rate"),
                JsonFields.number(node, "profit_factor"),
                JsonFields.number(node, "expectancy"),
                JsonFields.number(node, "avg_holding_time_mins"),
                JsonFields.number(node, "sharpe_annualized_proxy"),
                JsonFields.number(node, "max_drawdown", path.drawdown()),
                JsonFields.number(node, "max_drawdown_pct", path.drawdownPercent()),
                JsonFields.number(node, "total_commission", 0),
                JsonFields.whole(node, "open_positions").orElse(0));
    }

    private static ExecutionSummary readExecution(JsonNode node) {
        Map<Rejection.Reason, Long> reasons = new EnumMap<>(Rejection.Reason.class);
        JsonNode rejected = JsonFields.object(node, "reject_reasons");
        for (Rejection.Reason reason : Rejection.Reason.values()) {
            if (rejected.hasNonNull(reason.name())) {
                reasons.put(reason, JsonFields.count(rejected, reason.name()));
            }
        }
        return new ExecutionSummary(
                JsonFields.count(node, "fills"),
                JsonFields.count(node, "rejects"),
                JsonFields.count(node, "pending"),
                JsonFields.number(node, "total_commission", 0),
                JsonFields.number(node, "total_slippage", 0),
                JsonFields.number(node, "traded_notional", 0),
                reasons,
                JsonFields.number(node, "stale_mark_share", 0),
                JsonFields.count(node, "settlement_proxies"));
    }

    private static ClosedTrade readTrade(JsonNode node, long otherwiseId) {
        return new ClosedTrade(
                JsonFields.count(node, "position_id", otherwiseId),
                JsonFields.text(node, "symbol", ""),
                JsonFields.text(node, "side", "long").equals("short") ? Side.SELL : Side.BUY,
                JsonFields.number(node, "quantity", 0),
                JsonFields.count(node, "entry_time_ms"),
                JsonFields.number(node, "entry_price", 0),
                JsonFields.count(node, "exit_time_ms"),
                JsonFields.number(node, "exit_price", 0),
                JsonFields.number(node, "gross_pnl", 0),
                JsonFields.number(node, "commission", 0),
                JsonFields.number(node, "equity_at_entry", 1),
                JsonFields.text(node, "exit_reason", "order"));
    }
}
