package io.argus.domain.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Simple returns of several trials over the same periods: a column a trial, a row a period, oldest first. Every value is
 * a finite number and every trial has its own name.
 *
 * <p>Arrays are copied in and never handed out, but for the copies of {@link #column}. Immutable; safe for any number of
 * threads.
 */
public final class ReturnTable {

    private final List<String> labels;
    private final List<String> names;
    private final double[][] columns;

    private ReturnTable(List<String> labels, List<String> names, double[][] columns) {
        this.labels = labels;
        this.names = names;
        this.columns = columns;
    }

    /**
     * @param labels of the rows: dates or an index, as they are written
     * @param names of the trials
     * @param columns returns of each trial as fractions, 0.01 for 1 %
     * @throws IllegalArgumentException when there is no trial or no row, a name is blank or stands twice, lengths
     *     differ, or a value is no finite number
     */
    public static ReturnTable of(List<String> labels, List<String> names, double[][] columns) {
        if (names.isEmpty() || labels.isEmpty()) {
            throw new IllegalArgumentException("a table of returns needs at least one trial and one row");
        }
        if (columns.length != names.size()) {
            throw new IllegalArgumentException(names.size() + " names but " + columns.length + " columns");
        }
        Set<String> seen = new HashSet<>();
        double[][] copy = new double[columns.length][];
        for (int column = 0; column < copy.length; column++) {
            String name = names.get(column);
            if (name.isBlank()) {
                throw new IllegalArgumentException("trial " + (column + 1) + " has no name");
            }
            if (!seen.add(name)) {
                throw new IllegalArgumentException("two trials are named " + name);
            }
            copy[column] = sound(name, columns[column], labels);
        }
        return new ReturnTable(List.copyOf(labels), List.copyOf(names), copy);
    }

    /** Rows: the number of observations of every trial. */
    public int rows() {
        return labels.size();
    }

    /** The number of trials. */
    public int trials() {
        return names.size();
    }

    public List<String> labels() {
        return labels;
    }

    public List<String> names() {
        return names;
    }

    public double at(int row, int trial) {
        return columns[trial][row];
    }

    /** A copy of a trial's returns. */
    public double[] column(int trial) {
        return columns[trial].clone();
    }

    /** A copy of every trial's returns, in the order of the names. */
    public List<double[]> columns() {
        List<double[]> copies = new ArrayList<>();
        for (double[] column : columns) {
            copies.add(column.clone());
        }
        return copies;
    }

    /** Whether a trial's returns differ by more than rounding: by 1e-12 or more. */
    public boolean varies(int trial) {
        return !ExcessReturns.isConstant(columns[trial]);
    }

    /** Where a trial stands. */
    public OptionalInt find(String name) {
        int at = names.indexOf(name);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * What the others earned above one of them, which is no trial any more.
     *
     * @return empty when nothing else is left
     * @throws IllegalArgumentException when there is no such column
     */
    public Optional<ReturnTable> against(String benchmark) {
        int at = find(benchmark)
                .orElseThrow(() -> new IllegalArgumentException("no column is named " + benchmark + ": " + names));
        if (names.size() == 1) {
            return Optional.empty();
        }
        List<String> left = new ArrayList<>(names);
        left.remove(at);
        double[][] differences = new double[left.size()][];
        for (int trial = 0; trial < differences.length; trial++) {
            differences[trial] = ExcessReturns.of(columns[trial < at ? trial : trial + 1], columns[at]);
        }
        return Optional.of(of(labels, left, differences));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReturnTable that
                && labels.equals(that.labels)
                && names.equals(that.names)
                && Arrays.deepEquals(columns, that.columns);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * labels.hashCode() + names.hashCode()) + Arrays.deepHashCode(columns);
    }

    @Override
    public String toString() {
        return rows() + " returns of " + trials() + " trials from " + labels.get(0) + " to " + labels.get(rows() - 1);
    }

    private static double[] sound(String name, double[] column, List<String> labels) {
        if (column.length != labels.size()) {
            throw new IllegalArgumentException(
                    name + " has " + column.length + " returns for " + labels.size() + " rows");
        }
        for (int row = 0; row < column.length; row++) {
            if (!Double.isFinite(column[row])) {
                throw new IllegalArgumentException(
                        name + " at " + labels.get(row) + " is no finite number: " + column[row]);
            }
        }
        return column.clone();
    }
}
