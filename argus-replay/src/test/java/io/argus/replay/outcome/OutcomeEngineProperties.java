package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Outcome;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The one-pass engine against the definition of replay.md, section 5, written down naively. */
class OutcomeEngineProperties {

    private static final TradingCalendar ALWAYS = TradingCalendar.roundTheClock();
    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();

    @Property(tries = 150)
    void equalsItsDefinitionAroundTheClock(
            @ForAll("intraday") BarSeries bars,
            @ForAll @IntRange(min = 1, max = 30) int lengths,
            @ForAll @IntRange(max = 4) int tolerance) {
        long horizon = lengths * bars.durationMs() / 1000;
        OutcomeSeries outcomes = new OutcomeEngine(ALWAYS, tolerance).compute(bars, horizon);
        for (int i = 0; i < bars.size(); i++) {
            long end = bars.closeTime(i) + horizon * 1000;
            assertOutcome(outcomes.outcome(i), naive(bars, i, end, lengths, tolerance));
        }
    }

    @Property(tries = 100)
    void countsSessionsOnDailyBarsOfAnExchange(
            @ForAll("daily") BarSeries bars, @ForAll @IntRange(min = 1, max = 10) int sessions) {
        OutcomeSeries outcomes = new OutcomeEngine(NYSE, 0).compute(bars, sessions * 86_400L);
        for (int i = 0; i < bars.size(); i++) {
            long end = i + sessions < bars.size()
                    ? bars.closeTime(i + sessions)
                    : NYSE.closeMs(NYSE.plusSessions(NYSE.dateAt(bars.openTime(i)), sessions));
            assertOutcome(outcomes.outcome(i), naive(bars, i, end, sessions, 0));
        }
    }

    @Property(tries = 100)
    void moreDataOnlyCompletesWhatWasIncomplete(@ForAll("intraday") BarSeries bars) {
        OutcomeEngine engine = new OutcomeEngine(ALWAYS, 1);
        long horizon = 5 * bars.durationMs() / 1000;
        OutcomeSeries whole = engine.compute(bars, horizon);
        OutcomeSeries before = engine.compute(bars.slice(0, bars.size() / 2), horizon);
        for (int i = 0; i < before.size(); i++) {
            if (before.status(i) != OutcomeStatus.INCOMPLETE) {
                assertThat(whole.outcome(i)).isEqualTo(before.outcome(i));
            }
        }
    }

    @Property(tries = 100)
    void workedOutOfBarsIsTheSameAsStored(
            @ForAll("intraday") BarSeries bars, @ForAll @IntRange(min = 1, max = 30) int lengths) {
        OutcomeSeries outcomes = new OutcomeEngine(ALWAYS, 1).compute(bars, lengths * bars.durationMs() / 1000);
        OutcomeSeries.Builder rows = OutcomeSeries.builder(outcomes.symbol(), outcomes.horizonSeconds());
        for (int i = 0; i < outcomes.size(); i++) {
            rows.add(outcomes.outcome(i));
        }
        OutcomeSeries stored = rows.build();
        assertThat(outcomes).isEqualTo(stored).hasSameHashCodeAs(stored);
        assertThat(stored).isEqualTo(outcomes);
        Pack market = Pack.ofBars(List.of(Instrument.spot(bars.symbol(), ALWAYS)), List.of(bars));
        assertThat(market.withOutcomes(List.of(outcomes)).hash())
                .isEqualTo(market.withOutcomes(List.of(stored)).hash());
    }

    @Provide
    Arbitrary<BarSeries> intraday() {
        return Markets.intraday("BTC", 2, 200);
    }

    @Provide
    Arbitrary<BarSeries> daily() {
        return Markets.daily("SPX", 2, 200);
    }

    private static Outcome naive(BarSeries bars, int bar, long end, int expected, int tolerance) {
        int last = bar;
        double high = 0;
        double low = Double.POSITIVE_INFINITY;
        while (last + 1 < bars.size() && bars.closeTime(last + 1) <= end) {
            last++;
            high = Math.max(high, bars.high(last));
            low = Math.min(low, bars.low(last));
        }
        int found = last - bar;
        boolean incomplete = found == 0 || end > bars.closeTime(bars.size() - 1);
        boolean gap = !incomplete && expected - found > tolerance;
        OutcomeStatus status = incomplete ? OutcomeStatus.INCOMPLETE : gap ? OutcomeStatus.GAP : OutcomeStatus.OK;
        double close = bars.close(bar);
        boolean path = status == OutcomeStatus.OK;
        return new Outcome(
                bars.openTime(bar),
                0,
                close,
                incomplete ? OptionalDouble.empty() : OptionalDouble.of(bars.close(last)),
                incomplete ? OptionalDouble.empty() : OptionalDouble.of(bars.close(last) / close - 1),
                path ? OptionalDouble.of(high / close - 1) : OptionalDouble.empty(),
                path ? OptionalDouble.of(low / close - 1) : OptionalDouble.empty(),
                path && found >= 2 ? OptionalDouble.of(deviation(bars, bar, last)) : OptionalDouble.empty(),
                status,
                bars.closeTime(bar),
                end,
                expected,
                found);
    }

    private static double deviation(BarSeries bars, int from, int to) {
        double mean = Math.log(bars.close(to) / bars.close(from)) / (to - from);
        double squares = 0;
        for (int i = from + 1; i <= to; i++) {
            double difference = Math.log(bars.close(i) / bars.close(i - 1)) - mean;
            squares += difference * difference;
        }
        return Math.sqrt(squares / (to - from - 1));
    }

    private static void assertOutcome(Outcome actual, Outcome expected) {
        assertThat(actual.status()).isEqualTo(expected.status());
        assertThat(actual.windowStartMs()).isEqualTo(expected.windowStartMs());
        assertThat(actual.windowEndMs()).isEqualTo(expected.windowEndMs());
        assertThat(actual.barsExpected()).isEqualTo(expected.barsExpected());
        assertThat(actual.barsFound()).isEqualTo(expected.barsFound());
        assertThat(actual.closeAtHorizon()).isEqualTo(expected.closeAtHorizon());
        assertFigure(actual.forwardReturn(), expected.forwardReturn());
        assertFigure(actual.maxRunup(), expected.maxRunup());
        assertFigure(actual.maxDrawdown(), expected.maxDrawdown());
        assertFigure(actual.realizedVolatility(), expected.realizedVolatility());
    }

    private static void assertFigure(OptionalDouble actual, OptionalDouble expected) {
        assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
        if (actual.isPresent()) {
            assertThat(actual.getAsDouble()).isCloseTo(expected.getAsDouble(), within(1.01e-10));
        }
    }
}
