package io.argus.app.cli;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.returns.ReturnTable;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.significance.BacktestOverfitting;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.evaluation.significance.SharpeInference;
import io.argus.evaluation.significance.TableSignificance;
import io.argus.research.port.ReturnTableSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus significance}. */
@Command(
        name = "significance",
        description = {
            "Says how much of what a table of trials shows could be luck: Sharpe ratios deflated for "
                    + "the number of trials, the probability of overfitting, and bootstrap tests of the best.",
            "The table is CSV: first a column of dates or an index, then a column of returns a trial, "
                    + "taken as they are unless a benchmark is named."
        },
        footer = {"", "Example:", "  argus significance --returns trials.csv --benchmark SPX --periods-per-year 252"})
final class SignificanceCommand implements Runnable {

    private static final String AUTOMATIC = "auto";

    private final Terminal base;
    private final ReturnTableSource source;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(names = "--returns", required = true, paramLabel = "F.csv", description = "The table, .csv or .csv.gz.")
    private Path returns = Path.of("");

    @Option(
            names = "--benchmark",
            paramLabel = "COL",
            description = "Column that is subtracted from all others, and is then no trial.")
    private Optional<String> benchmark = Optional.empty();

    @Option(
            names = "--block-length",
            paramLabel = "auto|N",
            defaultValue = AUTOMATIC,
            description = "Expected length of bootstrap blocks, in rows (default: ${DEFAULT-VALUE}).")
    private String blockLength = AUTOMATIC;

    @Option(
            names = "--splits",
            paramLabel = "S",
            defaultValue = "16",
            description =
                    "Blocks that rows are cut into for overfitting, even, at most 16 (default: ${DEFAULT-VALUE}).")
    private int splits = BacktestOverfitting.USUAL_BLOCKS;

    @Option(
            names = "--bootstrap",
            paramLabel = "B",
            defaultValue = "1000",
            description = "Draws of the bootstrap (default: ${DEFAULT-VALUE}).")
    private int draws = 1_000;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 42;

    @Option(
            names = "--inference",
            paramLabel = "FORM",
            defaultValue = "classic_2012",
            description = "Variance of a Sharpe ratio, classic_2012 or null_2025 (default: ${DEFAULT-VALUE}).")
    private String inference = "classic_2012";

    @Option(
            names = "--alpha",
            paramLabel = "A",
            defaultValue = "0.05",
            description = "Error rate of StepM and of the track record (default: ${DEFAULT-VALUE}).")
    private double alpha = 0.05;

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "How many were really tried (default: the columns of the table).")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--periods-per-year",
            paramLabel = "N",
            description = "Shows Sharpe ratios a year as well; all else stays per period.")
    private Optional<Integer> periodsPerYear = Optional.empty();

    SignificanceCommand(Terminal base, ReturnTableSource source) {
        this.base = base;
        this.source = source;
    }

    @Override
    public void run() {
        TableSignificance.Settings settings = settings();
        OptionalInt periods = AtLeastOne.of("--periods-per-year", periodsPerYear);
        ReturnTable table = table();
        warnOfForgottenTrials(table.names().size());
        TableSignificance significance;
        try (Workers workers = options.workers()) {
            significance = TableSignificance.of(table, settings, new WorkSplit(workers, workers.size()));
        }
        base.result(
                format.json()
                        ? SignificanceJson.text(significance, benchmark, periods)
                        : SignificanceText.text(significance, benchmark, periods, base.ansi()));
    }

    /** Fewer trials than columns flatter every deflated ratio. */
    private void warnOfForgottenTrials(int columns) {
        if (trials.isPresent() && trials.get() < columns) {
            base.warn("--trials " + trials.get() + " is below the " + columns
                    + " columns of the table: every DSR is taken for better than it is");
        }
    }

    private TableSignificance.Settings settings() {
        if (splits < 2 || splits > BacktestOverfitting.USUAL_BLOCKS || splits % 2 != 0) {
            throw new ConfigException("--splits", "must be an even number from 2 to 16, not " + splits);
        }
        if (draws < 1 || draws > 1_000_000) {
            throw new ConfigException("--bootstrap", "must be from 1 to 1000000, not " + draws);
        }
        // A smaller one is nothing beside the 1 that it is taken from.
        if (!(alpha >= 1e-15 && alpha <= 0.5)) {
            throw new ConfigException("--alpha", "must be above 0, by 1e-15 or more, and at most 0.5, not " + alpha);
        }
        SharpeInference form = SharpeInference.find(inference)
                .orElseThrow(() -> new ConfigException(
                        "--inference",
                        "there is no " + inference + "; known are "
                                + Arrays.stream(SharpeInference.values())
                                        .map(SharpeInference::key)
                                        .collect(Collectors.joining(" and "))));
        return new TableSignificance.Settings(
                new DataSnooping.Settings(draws, blockLength(), seed, alpha),
                splits,
                form,
                AtLeastOne.of("--trials", trials));
    }

    private OptionalDouble blockLength() {
        if (blockLength.equals(AUTOMATIC)) {
            return OptionalDouble.empty();
        }
        try {
            double length = Double.parseDouble(blockLength);
            if (length >= 1 && Double.isFinite(length)) {
                return OptionalDouble.of(length);
            }
        } catch (NumberFormatException e) {
            // Said below, like any other value that is no length.
        }
        throw new ConfigException("--block-length", "must be auto or a number of at least 1, not " + blockLength);
    }

    private ReturnTable table() {
        ReturnTable table = source.load(returns);
        if (benchmark.isEmpty()) {
            return table;
        }
        String column = benchmark.get();
        if (table.find(column).isEmpty()) {
            throw new ConfigException(
                    "--benchmark", "no column of " + returns + " is named " + column + "; there are " + table.names());
        }
        return table.against(column)
                .orElseThrow(() -> new ConfigException("--benchmark", column + " is the only column of " + returns));
    }
}
