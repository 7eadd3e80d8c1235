package io.argus.app.research;

import io.argus.domain.DataException;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kill thresholds that a rankings file, perhaps of another program, was judged under. */
public final class ToldGates {

    private ToldGates() {}

    /**
     * Those of them that Argus knows.
     *
     * @throws DataException when one is out of its range
     */
    public static KillThresholds of(Path rankings, Ranking ranking) {
        SortedMap<String, Double> told = new TreeMap<>(ranking.killThresholds());
        told.keySet().retainAll(KillThresholds.known());
        try {
            return KillThresholds.of(told);
        } catch (IllegalArgumentException e) {
            throw new DataException(rankings.toString(), "kill_thresholds: " + e.getMessage(), e);
        }
    }
}
