package io.argus.research.experiment;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A line of the memory of everything that was ever tried.
 *
 * @param sharpePerPeriod of the series that significance is judged on; empty when it had none
 */
public record Trial(
        String runId,
        String strategyClass,
        String parameters,
        List<String> instruments,
        LocalDate from,
        LocalDate to,
        int observations,
        OptionalDouble sharpePerPeriod) {

    public Trial {
        instruments = List.copyOf(instruments);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a trial's span ends before it starts: " + from + " to " + to);
        }
    }

    /** Two lines with this key are the same trial, tried again. */
    public String key() {
        return key(strategyClass, parameters, instruments);
    }

    /** Of a line that this trial would have: a run is looked up among the lines by it. */
    static String key(String strategyClass, String parameters, List<String> instruments) {
        return strategyClass + "(" + parameters + ")" + instruments;
    }

    public boolean overlaps(LocalDate start, LocalDate end) {
        return !to.isBefore(start) && !from.isAfter(end);
    }
}
