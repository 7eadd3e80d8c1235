package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutcomeEngineTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final long MINUTE = 60_000;

    @Test
    void aNightHoldsNoBarsOnAnExchange() {
        // The last minute of 2019-07-03, a half day, with the first two of 2019-07-05: nothing is missing in between.
        long close = NYSE.closeMs(LocalDate.of(2019, 7, 3));
        long open = NYSE.openMs(LocalDate.of(2019, 7, 5));
        BarSeries bars = minutes(close - MINUTE, open, open + MINUTE);
        long horizon = (open + MINUTE - close) / 1000;
        OutcomeSeries outcomes = new OutcomeEngine(NYSE, 0).compute(bars, horizon);
        assertThat(outcomes.status(0)).isEqualTo(OutcomeStatus.OK);
        assertThat(outcomes.outcome(0).barsExpected()).isEqualTo(1);
    }

    @Test
    void aWindowBeyondTheDataIsIncompleteWhateverWasFound() {
        BarSeries bars = minutes(0, MINUTE, 2 * MINUTE);
        OutcomeSeries outcomes = new OutcomeEngine(TradingCalendar.roundTheClock(), 5).compute(bars, 180);
        assertThat(outcomes.status(0)).isEqualTo(OutcomeStatus.INCOMPLETE);
        assertThat(outcomes.outcome(0).forwardReturn()).isEmpty();
        assertThat(outcomes.complete()).isZero();
    }

    @Test
    void aGapKeepsItsReturnAndLosesItsPath() {
        BarSeries bars = minutes(0, 5 * MINUTE);
        OutcomeSeries outcomes = new OutcomeEngine(TradingCalendar.roundTheClock(), 1).compute(bars, 300);
        assertThat(outcomes.status(0)).isEqualTo(OutcomeStatus.GAP);
        assertThat(outcomes.outcome(0).gapCount()).isEqualTo(4);
        assertThat(outcomes.outcome(0).forwardReturn()).isPresent();
        assertThat(outcomes.outcome(0).maxRunup()).isEmpty();
    }

    @Test
    void anHourHoldsOneHourlyBarWhereverBarsBegin() {
        // On the hour, where the session opens at half past: from 15:00 to 16:00 slots close at 15:30 and at 16:00.
        long close = NYSE.closeMs(LocalDate.of(2019, 7, 2));
        long hour = 60 * MINUTE;
        BarSeries bars = BarSeries.builder("SPX", hour)
                .add(close - 3 * hour, close - 2 * hour, 100, 101, 99, 100, 1)
                .add(close - 2 * hour, close - hour, 100, 101, 99, 100, 1)
                .add(close - hour, close, 100, 101, 99, 100, 1)
                .build();
        OutcomeEngine engine = new OutcomeEngine(NYSE, 0);
        assertThat(engine.compute(bars, 3600).outcome(1).barsExpected()).isEqualTo(1);
        assertThat(engine.compute(bars, 3600).status(1)).isEqualTo(OutcomeStatus.OK);
        assertThat(engine.compute(bars, 7200).status(0)).isEqualTo(OutcomeStatus.OK);
    }

    @Test
    void noReturnIsInfinite() {
        BarSeries bars = BarSeries.builder("SPX", MINUTE)
                .add(0, MINUTE, 1e-308, 1e-308, 1e-308, 1e-308, 1)
                .add(MINUTE, 2 * MINUTE, 1e308, 1e308, 1e308, 1e308, 1)
                .build();
        OutcomeSeries outcomes = new OutcomeEngine(TradingCalendar.roundTheClock(), 0).compute(bars, 60);
        assertThat(outcomes.status(0)).isEqualTo(OutcomeStatus.OK);
        assertThat(outcomes.outcome(0).forwardReturn()).hasValue(Double.MAX_VALUE);
        assertThat(outcomes.outcome(0).maxRunup()).hasValue(Double.MAX_VALUE);
        assertThat(outcomes.outcome(0).maxDrawdown()).hasValue(Double.MAX_VALUE);
    }

    @Test
    void refusesHorizonsThatDoNotFitTheBars() {
        OutcomeEngine engine = new OutcomeEngine(NYSE, 0);
        assertThatThrownBy(() -> engine.compute(minutes(0, MINUTE), 59)).hasMessageContaining("59 s");
        BarSeries daily = BarSeries.builder("SPX", 86_400_000L).build();
        assertThatThrownBy(() -> engine.compute(daily, 90_000)).hasMessageContaining("sessions");
    }

    private static BarSeries minutes(long... opens) {
        BarSeries.Builder bars = BarSeries.builder("SPX", MINUTE);
        for (int i = 0; i < opens.length; i++) {
            bars.add(opens[i], opens[i] + MINUTE, 100 + i, 101 + i, 99 + i, 100.5 + i, 1);
        }
        return bars.build();
    }
}
