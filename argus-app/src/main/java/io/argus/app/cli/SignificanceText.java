package io.argus.app.cli;

import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Paragraph;
import io.argus.app.terminal.Table;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.significance.BacktestOverfitting;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.evaluation.significance.TableSignificance;
import io.argus.evaluation.significance.TableSignificance.TrialFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** What {@code argus significance} tells a person: the best trials, and in sentences what they are worth. */
final class SignificanceText {

    /** More rows than this say nothing to anybody on a terminal. */
    private static final int SHOWN = 20;

    private static final int NAMES_SHOWN = 8;

    private final TableSignificance found;
    private final Optional<String> benchmark;
    private final OptionalInt periods;

    private SignificanceText(TableSignificance found, Optional<String> benchmark, OptionalInt periods) {
        this.found = found;
        this.benchmark = benchmark;
        this.periods = periods;
    }

    static String text(TableSignificance found, Optional<String> benchmark, OptionalInt periods, Ansi ansi) {
        SignificanceText text = new SignificanceText(found, benchmark, periods);
        List<String> sentences = new ArrayList<>();
        sentences.add(text.best());
        sentences.add(text.effective());
        sentences.add(text.overfitting());
        sentences.add(text.snooping());
        sentences.add(text.stepDown());
        text.leftOut().ifPresent(sentences::add);
        return text.table(ansi)
                + "\n\n"
                + sentences.stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .map(sentence -> Paragraph.wrapped(sentence, 2))
                        .collect(Collectors.joining("\n"));
    }

    private String table(Ansi ansi) {
        Table table = periods.isPresent()
                ? Table.of("trial", "Sharpe>", "a year>", "skew>", "kurt>", "PSR>", "DSR>", "MinTRL>", "StepM")
                : Table.of("trial", "Sharpe>", "skew>", "kurt>", "PSR>", "DSR>", "MinTRL>", "StepM");
        Set<Integer> selected = new HashSet<>(
                found.stepDown().map(DataSnooping.StepDown::selected).value().orElse(List.of()));
        List<Integer> order = IntStream.range(0, found.trials().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer at) -> -found.trials().get(at).sharpe().orElse(Double.NEGATIVE_INFINITY))
                        .thenComparing(at -> at))
                .limit(SHOWN)
                .toList();
        for (int at : order) {
            table.row(row(found.trials().get(at), selected.contains(at)));
        }
        int more = found.trials().size() - order.size();
        return table.render(ansi) + (more > 0 ? "\n... and " + more + " more; --format json has them all" : "");
    }

    private String[] row(TrialFigures trial, boolean selected) {
        List<String> cells = new ArrayList<>();
        cells.add(Cell.shortened(trial.name(), 24));
        cells.add(Cell.number(trial.sharpe(), 4));
        if (periods.isPresent()) {
            OptionalDouble sharpe = trial.sharpe();
            cells.add(
                    sharpe.isPresent()
                            ? String.format(Locale.ROOT, "%.2f", sharpe.getAsDouble() * Math.sqrt(periods.getAsInt()))
                            : "-");
        }
        cells.add(Cell.number(trial.skewness(), 2));
        cells.add(Cell.number(trial.kurtosis(), 2));
        cells.add(Cell.number(trial.probabilistic(), 3));
        cells.add(Cell.number(trial.deflated(), 3));
        cells.add(Cell.number(trial.minimumTrackRecord(), 0));
        cells.add(selected ? "selected" : "");
        return cells.toArray(String[]::new);
    }

    private String best() {
        String counted = Counted.of(found.observations(), "observation") + " a trial, per period, " + against() + ". ";
        if (found.bestTrial().isEmpty()) {
            return counted + "No trial has a Sharpe ratio: "
                    + found.trials().get(0).problem() + ".";
        }
        TrialFigures best = found.bestTrial().get();
        if (best.deflated().isEmpty()) {
            return counted + "The best, " + best.name() + ", has no deflated Sharpe ratio: " + best.problem() + ".";
        }
        String chance = percent(best.deflated().getAsDouble());
        return counted
                + (found.trialCount() == 1
                        ? "The one trial has a " + chance + " chance of a true Sharpe ratio above zero (PSR)."
                        : "Of " + found.trialCount() + " trials the best, " + best.name() + ", has a " + chance
                                + " chance of a true Sharpe ratio above "
                                + Cell.number(found.threshold().get(), 4)
                                + ", which the best of as many without any edge would show by luck (DSR, "
                                + found.settings().inference().key() + ").");
    }

    private String effective() {
        if (found.trials().size() < 2 || found.effective().clusters() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "The %d columns move like %s (clusters; %s by average correlation, %s by effective rank).",
                found.trials().size(),
                Counted.of(found.effective().clusters(), "trial", "different trials"),
                Cell.number(found.effective().byAverageCorrelation(), 1),
                Cell.number(found.effective().byEffectiveRank(), 1));
    }

    private String overfitting() {
        Finding<BacktestOverfitting> finding = found.overfitting();
        if (!finding.isPresent()) {
            return "Probability of overfitting: not computable, " + finding.reason() + ".";
        }
        BacktestOverfitting pbo = finding.get();
        String few = pbo.trials() < BacktestOverfitting.FEWEST_TRIALS_TO_GATE
                ? " With fewer than " + BacktestOverfitting.FEWEST_TRIALS_TO_GATE + " trials this is a rough figure."
                : "";
        return "Picked in one half of the data, the best was in the lower half of the other in "
                + percent(pbo.probability()) + " of " + pbo.combinations() + " splits (PBO), and lost money there in "
                + percent(pbo.probabilityOfLoss()) + "." + few;
    }

    private String snooping() {
        if (!found.snooping().isPresent()) {
            return "Reality Check and SPA: not computable, " + found.snooping().reason() + ".";
        }
        DataSnooping snooping = found.snooping().get();
        DataSnooping.SuperiorAbility spa = snooping.superiorAbility();
        double alpha = found.settings().snooping().alpha();
        return String.format(
                Locale.ROOT,
                "That the best is no better than %s would show this much in %s of cases (SPA p %.4f, from %.4f to %.4f;"
                        + " Reality Check p %.4f; %d draws in blocks of %.1f): it %s distinguishable from it at %s.",
                benchmark.orElse("nothing"),
                percent(spa.pConsistent()),
                spa.pConsistent(),
                spa.pLower(),
                spa.pUpper(),
                snooping.realityCheck().pValue(),
                snooping.draws(),
                snooping.blockLength(),
                spa.pConsistent() <= alpha ? "is" : "is not",
                percent(alpha));
    }

    private String stepDown() {
        Finding<DataSnooping.StepDown> finding = found.stepDown();
        if (!finding.isPresent()) {
            return found.snooping().isPresent() ? "StepM: not computable, " + finding.reason() + "." : "";
        }
        List<Integer> selected = finding.get().selected();
        String rate = percent(finding.get().alpha());
        return selected.isEmpty()
                ? "StepM selects none at " + rate + "."
                : "StepM selects " + selected.size() + " at " + rate + ": " + names(selected) + ".";
    }

    private Optional<String> leftOut() {
        List<Integer> left = found.snooping().value().map(DataSnooping::leftOut).orElse(List.of());
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out of the bootstrap tests, because they do not vary: " + names(left) + ".");
    }

    private String against() {
        return benchmark.map(column -> "against " + column).orElse("as they are");
    }

    private String names(List<Integer> positions) {
        String names = positions.stream()
                .limit(NAMES_SHOWN)
                .map(at -> found.trials().get(at).name())
                .collect(Collectors.joining(", "));
        return positions.size() > NAMES_SHOWN ? names + " and " + (positions.size() - NAMES_SHOWN) + " more" : names;
    }

    private static String percent(double share) {
        double percent = 100 * share;
        boolean nearAnEnd = percent > 0 && percent < 100 && (percent < 1 || percent > 99);
        return String.format(Locale.ROOT, nearAnEnd ? "%.1f %%" : "%.0f %%", percent);
    }
}
