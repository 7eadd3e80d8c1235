package io.argus.app.research;

import io.argus.research.experiment.ExperimentSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds runs that are one and the same under several names. */
final class RepeatedRuns {

    private RepeatedRuns() {}

    /**
     * One line about those of one market, empty when there is none.
     *
     * @param runs with the same account, so that strategy and parameters tell them apart
     */
    static Optional<String> note(List<ExperimentSpec> runs) {
        Map<List<Object>, ExperimentSpec> first = new LinkedHashMap<>();
        List<String> repeated = new ArrayList<>();
        for (ExperimentSpec run : runs) {
            ExperimentSpec before = first.putIfAbsent(List.of(run.strategyClass(), run.parameters()), run);
            if (before != null) {
                repeated.add(run.strategyId() + " repeats the run of " + before.strategyId() + " ("
                        + run.strategyClass() + " " + run.parameters() + ")");
            }
        }
        int others = repeated.size() - 1;
        return repeated.stream()
                .findFirst()
                .map(one -> one
                        + (others == 0
                                ? ""
                                : others == 1
                                        ? ", and 1 more run is repeated"
                                        : ", and " + others + " more runs are repeated")
                        + ": one trial, but both can be funded");
    }
}
