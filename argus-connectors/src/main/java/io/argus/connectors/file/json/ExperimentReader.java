package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Reads the artifact of a run. Leniently: other programs write less. */
final class ExperimentReader {

    private ExperimentReader() {}

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
                    manifest(manifest, hash, stem),
                    result(document.path("result"), stem),
                    MonteCarloDocument.read(JsonFields.object(manifest, "mc_bootstrap")),
                    StressDocument.read(manifest));
        } catch (WrongTypeException e) {
            throw new DataException(origin, e.within(document), e);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new DataException(origin, "is no usable artifact: " + e.getMessage());
        }
    }

    private static Manifest manifest(JsonNode node, String hash, String stem) {
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
                RunParts.parameters(node, "strategy_params"),
                execution,
                packs,
                node.path("seed").asLong(0),
                JsonFields.text(node, "engine_version", ""));
    }

    private static ExperimentResult result(JsonNode node, String stem) {
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
        JsonFields.objects(node, "closed_trades").forEach(each -> trades.add(trade(each, trades.size() + 1)));
        return new ExperimentResult(
                JsonFields.text(node, "strategy_id", parts[0]),
                JsonFields.text(node, "tag", parts.length >= 3 ? parts[parts.length - 2] : "base"),
                RunParts.instruments(node, "instruments"),
                JsonFields.count(node, "bars_replayed"),
                JsonFields.count(node, "outcomes_used"),
                sessions,
                portfolio(portfolio, daily),
                trades,
                pnl,
                RunParts.regimes(portfolio, "regime_breakdown"),
                joint,
                execution(JsonFields.object(node, "execution")),
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

    private static PortfolioSummary portfolio(JsonNode node, Optional<DailyReturns> daily) {
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

    private static ExecutionSummary execution(JsonNode node) {
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

    private static ClosedTrade trade(JsonNode node, long otherwiseId) {
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

    private static PackReference pack(JsonNode node) {
        SortedMap<String, String> labels = new TreeMap<>();
        JsonFields.object(node, "labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return new PackReference(JsonFields.text(node, "path", ""), JsonFields.text(node, "hash", ""), labels);
    }
}
