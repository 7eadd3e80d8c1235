package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import io.argus.replay.outcome.OutcomeEngine;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which rows count as what the bars give. */
class DerivedRowsTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final BarSeries BARS = Markets.daily("SPX", 11, 50, 0.02);
    private static final long DAY_SECONDS = 86_400;
    private static final OutcomeSeries HONEST = new OutcomeEngine(NYSE, 0).compute(BARS, DAY_SECONDS);
    private static final Pack PACK = Markets.pack(NYSE, BARS);

    @Test
    void whatIsIncompleteIsNeitherVerifiedNorMissed() {
        DerivedRows rows = rows(HONEST);
        assertThat(HONEST.status(49)).isEqualTo(OutcomeStatus.INCOMPLETE);
        assertThat(rows.verified()).isEqualTo(49);
        assertThat(rows.unverified()).isEmpty();
    }

    @Test
    void theTenthDecimalMayBeRoundedEitherWay() {
        assertThat(rows(shifted(row -> 1e-10, row -> true)).verified()).isEqualTo(49);
        assertThat(rows(shifted(row -> -1e-10, row -> true)).verified()).isEqualTo(49);
        assertThat(rows(shifted(row -> 1e-9, row -> true)).verified()).isZero();
    }

    @Test
    void rowsThatDifferAreCountedFromTheFirstOn() {
        DerivedRows rows = rows(shifted(row -> row == 7 || row == 30 ? 0.001 : 0, row -> true));
        assertThat(rows.verified()).isEqualTo(47);
        assertThat(rows.unverified())
                .containsExactly(new AuditReport.Unverified("outcomes of SPX over 86400 s", 2, HONEST.windowEnd(7)));
    }

    @Test
    void rowsMayBeMissing() {
        DerivedRows rows = rows(shifted(row -> 0, row -> row % 3 == 0));
        assertThat(rows.verified()).isEqualTo(17);
        assertThat(rows.unverified()).isEmpty();
    }

    @Test
    void aRowOfNoBarDiffers() {
        OutcomeSeries.Builder stray = OutcomeSeries.builder("SPX", DAY_SECONDS);
        copy(stray, 5, HONEST.timestamp(5) + 1, 0);
        DerivedRows rows = rows(stray.build());
        assertThat(rows.verified()).isZero();
        assertThat(rows.unverified())
                .singleElement()
                .satisfies(each -> assertThat(each.rows()).isEqualTo(1));
    }

    /** Bars of a day say nothing of five minutes, and so nothing of such rows. */
    @Test
    void whatTheBarsAreTooLongForCannotBeToldEither() {
        OutcomeSeries.Builder minutes = OutcomeSeries.builder("SPX", 300);
        for (int row = 0; row < 49; row++) {
            copy(minutes, row, HONEST.timestamp(row), 0);
        }
        DerivedRows rows = rows(minutes.build());
        assertThat(rows.verified()).isZero();
        assertThat(rows.unverified())
                .singleElement()
                .satisfies(each -> assertThat(each.rows()).isEqualTo(49));
    }

    private static DerivedRows rows(OutcomeSeries outcomes) {
        return new DerivedRows(PACK.withOutcomes(List.of(outcomes)));
    }

    private static OutcomeSeries shifted(IntToDoubleFunction shift, IntPredicate kept) {
        OutcomeSeries.Builder rows = OutcomeSeries.builder("SPX", DAY_SECONDS);
        for (int row = 0; row < HONEST.size(); row++) {
            if (kept.test(row)) {
                copy(rows, row, HONEST.timestamp(row), shift.applyAsDouble(row));
            }
        }
        return rows.build();
    }

    private static void copy(OutcomeSeries.Builder rows, int row, long timestampMs, double shift) {
        rows.next(
                timestampMs,
                HONEST.closeNow(row),
                HONEST.windowStart(row),
                HONEST.windowEnd(row),
                HONEST.barsExpected(row),
                HONEST.barsFound(row));
        rows.figures(
                HONEST.status(row),
                HONEST.closeAtHorizon(row),
                HONEST.forwardReturn(row) + shift,
                HONEST.maxRunup(row),
                HONEST.maxDrawdown(row),
                HONEST.realizedVolatility(row));
    }
}
