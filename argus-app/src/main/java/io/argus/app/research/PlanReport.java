package io.argus.app.research;

import io.argus.app.config.EvaluationSection;
import io.argus.app.config.PackSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Paragraph;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.port.BarSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cycle would do, for people. */
public final class PlanReport {

    /** Measured on the sample: about 65 bytes a day of returns, and as much again for trades. */
    private static final long BYTES_A_DAY = 130;

    private static final long BYTES_A_RUN = 3_000;

    /** Where what a step reads and writes begins. */
    private static final int INDENT = 23;

    private PlanReport() {}

    public static String text(ResearchPlan plan) {
        ResearchConfig config = plan.config();
        List<String> lines = new ArrayList<>();
        lines.add("plan: " + Counted.of(plan.allRuns().size(), "run") + " of "
                + Counted.of(perStrategy(plan).size(), "strategy", "strategies") + " on "
                + String.join(", ", config.pack().symbols()) + ", " + span(config.pack()));
        lines.add("  1 bars and outcomes  reads "
                + Stream.concat(
                                plan.pack().bars().stream().map(BarSource.Request::file),
                                plan.snapshots().stream().map(OptionSnapshots.Source::file))
                        .map(Path::toString)
                        .distinct()
                        .collect(Collectors.joining(", "))
                + (config.outcomes().ensureBeforePack() ? "" : "; no outcomes")
                + config.pack()
                        .packsOutputDir()
                        .map(folder -> "; writes a pack to " + folder)
                        .orElse(""));
        lines.add("  2 experiments        writes " + Counted.of(files(plan), "file") + " to "
                + config.experiment().outputDir() + bytes(plan));
        perStrategy(plan).forEach((strategy, runs) -> lines.add("      " + strategy + ": " + runs));
        if (!plan.walkForwards().isEmpty()) {
            lines.add("      walk-forward of " + String.join(", ", plan.walkForwards()) + ": one run more each");
        }
        plan.synthetic()
                .forEach(each -> lines.add("      on a synthetic market of "
                        + Counted.of(each.market().days(), "day") + ": "
                        + each.runs().get(0).strategyId() + ", ranked apart and never funded"));
        EvaluationSection evaluation = config.evaluation();
        lines.add("  3 evaluation         writes " + evaluation.rankingsOutputDir()
                + "/strategy_rankings_<yyyymmdd>.json, " + evaluation.ledger()
                + evaluation.killedOutputPath().map(file -> ", " + file).orElse("")
                + evaluation.reportOutputPath().map(file -> ", " + file).orElse("")
                + evaluation.candidateSetOutputPath().map(file -> ", " + file).orElse(""));
        lines.add(
                ResearchPlan.allocates(config)
                        ? "  4 allocation         writes "
                                + evaluation.allocationsOutputPath().orElseThrow()
                        : "  4 no allocation: evaluation.allocation or evaluation.allocations_output_path is null");
        return lines.stream().map(line -> Paragraph.wrapped(line, INDENT)).collect(Collectors.joining("\n"));
    }

    private static int files(ResearchPlan plan) {
        return plan.allRuns().size() + plan.walkForwards().size();
    }

    private static Map<String, Integer> perStrategy(ResearchPlan plan) {
        Map<String, Integer> runs = new LinkedHashMap<>();
        for (ExperimentSpec run : plan.allRuns()) {
            runs.merge(run.strategyId() + " (" + run.strategyClass() + ")", 1, Integer::sum);
        }
        return runs;
    }

    private static String span(PackSection pack) {
        return (pack.barDuration().toDays() == 1
                        ? "daily bars"
                        : "bars of " + pack.barDuration().toSeconds() + " s")
                + pack.startDate().map(day -> ", from " + day).orElse("")
                + pack.endDate().map(day -> ", to " + day).orElse("")
                + (pack.lastNDays().isPresent()
                        ? ", the last " + Counted.of(pack.lastNDays().getAsInt(), "day")
                        : "");
    }

    private static String bytes(ResearchPlan plan) {
        OptionalLong days = days(plan);
        return days.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", about %.1f MB",
                        files(plan) * (BYTES_A_RUN + BYTES_A_DAY * days.getAsLong()) / 1e6);
    }

    /** Sessions between the dates given; empty where only the data could tell. */
    private static OptionalLong days(ResearchPlan plan) {
        PackSection pack = plan.config().pack();
        Optional<LocalDate> end = pack.endDate();
        Optional<LocalDate> start = pack.startDate();
        if (pack.lastNDays().isPresent()) {
            return OptionalLong.of(pack.lastNDays().getAsInt());
        }
        return start.isPresent() && end.isPresent()
                ? OptionalLong.of(plan.pack().calendar().sessionCount(start.get(), end.get()))
                : OptionalLong.empty();
    }
}
