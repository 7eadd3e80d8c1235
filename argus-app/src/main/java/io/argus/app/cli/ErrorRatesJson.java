package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.study.CellResult;
import io.argus.app.study.StudyCell;
import io.argus.app.study.StudyReport;
import io.argus.app.study.StudySettings;
import io.argus.app.terminal.Json;
import io.argus.evaluation.metric.ShareInterval;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A study for other programs. */
final class ErrorRatesJson {

    private ErrorRatesJson() {}

    static String text(StudyReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("seeds", report.seeds());
        document.put("market", market(report));
        document.put("settings", settings(report.settings()));
        document.put("nulls", report.nulls().stream().map(ErrorRatesJson::nulls).toList());
        document.put("power", report.edges().stream().map(ErrorRatesJson::power).toList());
        return Json.text(document);
    }

    private static Map<String, Object> market(StudyReport report) {
        Map<String, Object> market = new LinkedHashMap<>();
        market.put("source", report.market());
        market.put("days", report.marketDays());
        market.put("annual_drift", report.marketDrift());
        return market;
    }

    private static Map<String, Object> settings(StudySettings settings) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("kill_thresholds", settings.evaluation().killThresholds().asMap());
        written.put("open_gates", settings.unjudged());
        written.put("benchmark", settings.evaluation().benchmark().key());
        written.put("dsr_trials", settings.evaluation().dsrTrials().name().toLowerCase(Locale.ROOT));
        written.put("sharpe_inference", settings.evaluation().sharpeInference().key());
        written.put("min_dsr", settings.evaluation().minDsr());
        written.put("min_composite_score", settings.evaluation().minCompositeScore());
        written.put("candidates", settings.evaluation().candidates().key());
        written.put("allocation", ConfigFile.written(settings.sizing()));
        return written;
    }

    private static Map<String, Object> nulls(CellResult result) {
        Map<String, Object> row = cell(result.cell());
        row.put("cycles", result.cycles());
        row.put("cycles_funding_a_null", share(result.cyclesFunded()));
        row.put("nulls_funded", share(result.nullsFunded()));
        row.put("met", result.met());
        row.put("seeds_funding_a_null", result.fundedSeeds());
        return row;
    }

    private static Map<String, Object> power(CellResult result) {
        Map<String, Object> row = cell(result.cell());
        row.put("edge_sharpe", result.cell().edge());
        row.put("cycles", result.cycles());
        row.put("edges_funded", share(result.edgesFunded()));
        row.put("cycles_funding_a_null", share(result.cyclesFunded()));
        return row;
    }

    private static Map<String, Object> cell(StudyCell cell) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cell", cell.number());
        row.put("kind", cell.kind().key());
        row.put("trials", cell.trials());
        row.put("correlation", cell.correlation());
        row.put("years", cell.years());
        return row;
    }

    private static Map<String, Object> share(ShareInterval interval) {
        Map<String, Object> share = new LinkedHashMap<>();
        share.put("count", interval.hits());
        share.put("of", interval.cases());
        share.put("share", interval.share());
        share.put("lower", interval.lower());
        share.put("upper", interval.upper());
        return share;
    }
}
