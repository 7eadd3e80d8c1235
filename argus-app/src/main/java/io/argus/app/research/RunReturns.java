package io.argus.app.research;

import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.returns.ReturnTable;
import io.argus.research.port.ExperimentStore;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.ReturnsReference;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Finds the daily returns of ranked runs: in a table, by run id or strategy id, else in the artifacts that the ranking
 * refers to.
 */
public final class RunReturns implements Function<RankedStrategy, Optional<DailyReturns>> {

    private final ExperimentStore experiments;
    private final Path folder;
    private final Optional<ReturnTable> table;
    private final boolean needed;

    /**
     * @param folder that the ranking's references start from: its own
     * @param needed whether nothing can be sized without them
     */
    public RunReturns(ExperimentStore experiments, Path folder, Optional<ReturnTable> table, boolean needed) {
        this.experiments = experiments;
        this.folder = folder;
        this.table = table;
        this.needed = needed;
    }

    /**
     * @throws ConfigException naming the run, when they are needed and nowhere
     */
    @Override
    public Optional<DailyReturns> apply(RankedStrategy row) {
        Optional<DailyReturns> listed = table.flatMap(all -> column(all, row));
        if (listed.isPresent()) {
            return listed;
        }
        if (row.returns().isEmpty()) {
            return missing(row, "the rankings file does not say where they are");
        }
        ReturnsReference reference = row.returns().get();
        ExperimentStore.Stored stored;
        try {
            stored = experiments.load(folder.resolve(reference.sourceFile()));
        } catch (DataException e) {
            return missing(row, String.valueOf(e.getMessage()));
        }
        if (!reference.hash().isEmpty() && !reference.hash().equals(stored.hash())) {
            return missing(row, stored.file() + " was changed after it was ranked");
        }
        Optional<DailyReturns> daily = stored.experiment().result().dailyReturns();
        return daily.isPresent() ? daily : missing(row, stored.file() + " has no daily_returns");
    }

    /**
     * @throws DataException when what stands in the column is no history of returns
     */
    private static Optional<DailyReturns> column(ReturnTable table, RankedStrategy row) {
        OptionalInt byRun = table.find(row.runId());
        OptionalInt column = byRun.isPresent() ? byRun : table.find(row.strategyId());
        if (column.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<LocalDate> dates =
                    table.labels().stream().map(LocalDate::parse).toList();
            return Optional.of(DailyReturns.of(dates, table.column(column.getAsInt())));
        } catch (DateTimeParseException e) {
            throw new DataException(
                    "--returns",
                    "its first column must hold ISO dates, such as 2024-01-31, not " + e.getParsedString());
        } catch (IllegalArgumentException e) {
            String name = table.names().get(column.getAsInt());
            throw new DataException("--returns", name + ": " + e.getMessage());
        }
    }

    private Optional<DailyReturns> missing(RankedStrategy row, String why) {
        if (!needed) {
            return Optional.empty();
        }
        throw new ConfigException(
                "",
                "the daily returns of " + row.strategyId() + " " + row.runId() + " are needed and missing: " + why
                        + "; give them with --returns, or do without: sigma_window null and one of the methods "
                        + String.join(", ", AllocationMethod.keysWithoutReturns()));
    }
}
