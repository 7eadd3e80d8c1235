package io.argus.research.registry;

import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.registry.AdmissionRule.Selection;
import io.argus.research.testing.RankedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;

class StrategyRegistryProperties {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheRowsDoesNotMatter(
            @ForAll("rankings") List<RankedStrategy> rows, @ForAll Selection selection, @ForAll Random random) {
        StrategyRegistry registry = new StrategyRegistry(new AdmissionRule(0.5, 0.5, selection));
        List<RankedStrategy> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        assertThat(registry.admit(shuffled)).isEqualTo(registry.admit(rows));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void higherThresholdsAdmitNobodyNew(
            @ForAll("rankings") List<RankedStrategy> rows,
            @ForAll @DoubleRange(max = 1) double dsr,
            @ForAll @DoubleRange(max = 1) double score,
            @ForAll @DoubleRange(max = 0.5) double moreDsr,
            @ForAll @DoubleRange(max = 0.5) double moreScore) {
        List<Candidate> before = admitted(rows, new AdmissionRule(dsr, score, Selection.ALL));
        List<Candidate> after = admitted(rows, new AdmissionRule(dsr + moreDsr, score + moreScore, Selection.ALL));

        assertThat(before).containsAll(after);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyRowIsEitherAdmittedOrRefusedAndNoKilledOneIsAdmitted(
            @ForAll("rankings") List<RankedStrategy> rows, @ForAll Selection selection) {
        Admission admission = new StrategyRegistry(new AdmissionRule(0.3, 0.3, selection)).admit(rows);

        assertThat(admission.admitted().size() + admission.refused().size()).isEqualTo(rows.size());
        assertThat(admission.admitted())
                .noneMatch(candidate -> candidate.strategy().killed());
        assertThat(admission.refused()).noneMatch(refusal -> refusal.reason().isBlank());
    }

    private static List<Candidate> admitted(List<RankedStrategy> rows, AdmissionRule rule) {
        return new StrategyRegistry(rule).admit(rows).admitted();
    }

    /** Few ids, runs and values, so that ties and repetitions are common. */
    @Provide
    Arbitrary<List<RankedStrategy>> rankings() {
        Arbitrary<Double> values = Arbitraries.of(0.0, 0.25, 0.5, 0.75, 1.0);
        Arbitrary<RankedRows> rows = Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("1", "2", "3"),
                        Arbitraries.of("X", "Y"),
                        values,
                        values,
                        Arbitraries.integers().between(0, 3))
                .as((id, run, instrument, score, dsr, state) -> {
                    RankedRows row =
                            RankedRows.of(id, run).instrument(instrument).score(score);
                    if (state > 0) {
                        row.dsr(dsr);
                    }
                    return state > 1 ? row : row.killed(Kill.because(KillReason.RUINED, ""));
                });
        return rows.list().ofMaxSize(8).map(StrategyRegistryProperties::placed);
    }

    private static List<RankedStrategy> placed(List<RankedRows> rows) {
        List<RankedStrategy> placed = new ArrayList<>();
        rows.forEach(row -> placed.add(row.rank(placed.size() + 1).build()));
        return placed;
    }
}
