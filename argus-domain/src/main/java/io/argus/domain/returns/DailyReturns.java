package io.argus.domain.returns;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Daily simple returns of a run, net of all costs, a row for every session from the first bar's to the last bar's, flat
 * days included; the first day's return is on the starting capital. Beside them, where the run knows them, stand the
 * return of buying and holding its instruments in equal weights and the return of cash.
 *
 * <p>Arrays are copied in and never handed out, but for the copies of {@link #returns()} and its siblings.
 */
public final class DailyReturns {

    private static final double[] NOTHING = {};
    /** A thousand millionfold within a day: no return is larger, and the fourth power of this is still a number. */
    private static final double LARGEST = 1e9;

    private final List<LocalDate> dates;
    private final double[] returns;
    private final Optional<double[]> benchmark;
    private final Optional<double[]> cash;

    /** Keeps the arrays. */
    private DailyReturns(
            List<LocalDate> dates, double[] returns, Optional<double[]> benchmark, Optional<double[]> cash) {
        this.dates = List.copyOf(dates);
        this.returns = returns;
        this.benchmark = benchmark;
        this.cash = cash;
        requireSound();
    }

    /**
     * @throws IllegalArgumentException when lengths differ, dates do not ascend, or a return is not a number from -1 to
     *     1e9
     */
    public static DailyReturns of(
            List<LocalDate> dates, double[] returns, Optional<double[]> benchmark, Optional<double[]> cash) {
        return new DailyReturns(dates, returns.clone(), benchmark.map(double[]::clone), cash.map(double[]::clone));
    }

    /** Returns with nothing to compare them to. */
    public static DailyReturns of(List<LocalDate> dates, double[] returns) {
        return of(dates, returns, Optional.empty(), Optional.empty());
    }

    public int size() {
        return returns.length;
    }

    public List<LocalDate> dates() {
        return dates;
    }

    public double at(int index) {
        return returns[index];
    }

    /** A copy. */
    public double[] returns() {
        return returns.clone();
    }

    /** A copy of the buy-and-hold returns of the run's instruments. */
    public Optional<double[]> benchmark() {
        return benchmark.map(double[]::clone);
    }

    /** A copy of the returns of cash. */
    public Optional<double[]> cash() {
        return cash.map(double[]::clone);
    }

    /** Returns above cash; the returns themselves where cash is not known. */
    public double[] excessOfCash() {
        return cash.map(rate -> ExcessReturns.of(returns, rate)).orElseGet(returns::clone);
    }

    /** Without the days before the one at that position. */
    public DailyReturns since(int first) {
        return range(first, size());
    }

    /** Those of the days from one to another, both included where there are returns of them. */
    public DailyReturns between(LocalDate from, LocalDate to) {
        int first = (int) dates.stream().takeWhile(date -> date.isBefore(from)).count();
        int end = (int) dates.stream().takeWhile(date -> !date.isAfter(to)).count();
        return range(first, Math.max(first, end));
    }

    private DailyReturns range(int first, int end) {
        if (first == 0 && end == size()) {
            return this;
        }
        return new DailyReturns(
                dates.subList(first, end),
                Arrays.copyOfRange(returns, first, end),
                benchmark.map(values -> Arrays.copyOfRange(values, first, end)),
                cash.map(values -> Arrays.copyOfRange(values, first, end)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DailyReturns that
                && dates.equals(that.dates)
                && Arrays.equals(returns, that.returns)
                && Arrays.equals(benchmark.orElse(NOTHING), that.benchmark.orElse(NOTHING))
                && Arrays.equals(cash.orElse(NOTHING), that.cash.orElse(NOTHING));
    }

    @Override
    public int hashCode() {
        return 31 * dates.hashCode() + Arrays.hashCode(returns);
    }

    @Override
    public String toString() {
        return dates.isEmpty()
                ? "no daily returns"
                : size() + " daily returns from " + dates.get(0) + " to " + dates.get(size() - 1);
    }

    private void requireSound() {
        requireLength("returns", returns.length);
        benchmark.ifPresent(values -> requireLength("benchmark returns", values.length));
        cash.ifPresent(values -> requireLength("cash returns", values.length));
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i).isAfter(dates.get(i - 1))) {
                throw new IllegalArgumentException("dates must ascend: " + dates.get(i) + " after " + dates.get(i - 1));
            }
        }
        requireReturns(returns);
        benchmark.ifPresent(this::requireReturns);
        cash.ifPresent(this::requireReturns);
    }

    private void requireLength(String what, int length) {
        if (length != dates.size()) {
            throw new IllegalArgumentException(dates.size() + " dates but " + length + " " + what);
        }
    }

    private void requireReturns(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= -1 && values[i] <= LARGEST)) {
                throw new IllegalArgumentException("return on " + dates.get(i) + " is not a return: " + values[i]);
            }
        }
    }
}
