package io.argus.allocation;

import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.Forecast.MuSource;
import io.argus.domain.forecast.Forecast.SigmaSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class SumOrderProperties {

    private static final Comparator<Forecast> BY_ID_AND_RUN =
            Comparator.comparing(Forecast::strategyId).thenComparing(Forecast::runId);

    @Property(tries = 300)
    void isThatOfIdsThenRuns(@ForAll("forecasts") List<Forecast> forecasts) {
        assertThat(IntStream.of(SumOrder.of(forecasts)).mapToObj(forecasts::get))
                .containsExactlyElementsOf(
                        forecasts.stream().sorted(BY_ID_AND_RUN).toList());
    }

    /** Ids that share beginnings, end early, and have characters of the highest and the lowest code. */
    @Provide
    Arbitrary<List<Forecast>> forecasts() {
        Arbitrary<String> tails = Arbitraries.strings()
                .withChars('a', 'b', '\0', '\uffff', '\u8000')
                .ofMaxLength(7);
        Arbitrary<String> ids =
                Combinators.combine(Arbitraries.of("strategy-", "s"), tails).as(String::concat);
        return Combinators.combine(ids, Arbitraries.of("", "run", "walk"))
                .as(SumOrderProperties::forecast)
                .list()
                .uniqueElements(forecast -> List.of(forecast.strategyId(), forecast.runId()))
                .ofMaxSize(40);
    }

    private static Forecast forecast(String strategy, String run) {
        return new Forecast(
                strategy,
                run,
                "BTC",
                Optional.empty(),
                0.1,
                0.2,
                0,
                0,
                1,
                OptionalDouble.empty(),
                0.1,
                MuSource.GIVEN,
                SigmaSource.GIVEN);
    }
}
