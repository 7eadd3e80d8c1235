package io.argus.research.experiment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run stands up to what it was put through. Lists are empty where that was not asked for.
 *
 * @param costs the run at multiples of its costs, its own first
 * @param regimes the run confined to one market state at a time
 * @param windows the run's results over the test windows of a walk-forward
 */
public record StressResult(List<CostLevel> costs, List<RegimeRun> regimes, List<Window> windows) {

    private static final StressResult NONE = new StressResult(List.of(), List.of(), List.of());

    /**
     * A run at a multiple of its costs.
     *
     * @param sharpeAnnualized of daily returns above cash; empty when they do not vary
     */
    public record CostLevel(double multiplier, double totalReturnPercent, OptionalDouble sharpeAnnualized, int trades) {

        public CostLevel {
            Objects.requireNonNull(sharpeAnnualized, "sharpeAnnualized");
        }
    }

    /**
     * A run that may hold positions in one market state only.
     *
     * @param regime {@code volatility:HIGH}
     * @param pnl in the account currency
     */
    public record RegimeRun(String regime, double pnl, int trades) {

        public RegimeRun {
            Objects.requireNonNull(regime, "regime");
        }
    }

    /**
     * A test window.
     *
     * @param trainFrom first day of the training window before it
     * @param to its last day, included
     * @param pnl in the account currency
     * @param chosen id of the run that traded it in a walk-forward; empty where none could be told to be the best, and
     *     where the window is a slice of a run's own days
     */
    public record Window(LocalDate trainFrom, LocalDate from, LocalDate to, double pnl, Optional<String> chosen) {

        public Window {
            Objects.requireNonNull(chosen, "chosen");
            if (from.isBefore(trainFrom) || to.isBefore(from)) {
                throw new IllegalArgumentException("window " + trainFrom + ", " + from + " to " + to);
            }
        }
    }

    public StressResult {
        costs = List.copyOf(costs);
        regimes = List.copyOf(regimes);
        windows = List.copyOf(windows);
    }

    public static StressResult none() {
        return NONE;
    }

    /** The run at that multiple of its costs. */
    public Optional<CostLevel> findCosts(double multiple) {
        return costs.stream().filter(level -> level.multiplier() == multiple).findFirst();
    }
}
