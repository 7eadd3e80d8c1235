package io.argus.replay.engine;

import io.argus.domain.experiment.DailyReturns;
import io.argus.domain.experiment.ReplaySettings;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.Regime;
import io.argus.replay.account.Account;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Closes the books at each day's end: the day's return, the return of buying and holding the instruments in equal
 * weights from each one's first close on, and the return of cash over the calendar days since the last session.
 */
final class DayBook {

    private static final double DAYS_A_YEAR = 365;

    private final DayGrid grid;
    private final Account account;
    private final BarSeries[] bars;
    private final ReplaySettings settings;
    private final double[] returns;
    private final double[] benchmark;
    private final double[] cash;
    private final double[] profitBefore;
    private final List<Optional<Regime>> regimeBefore;
    private double equityBefore;
    private double benchmarkBefore = 1;
    private int day;

    DayBook(DayGrid grid, Account account, BarSeries[] bars, ReplaySettings settings) {
        this.grid = grid;
        this.account = account;
        this.bars = bars;
        this.settings = settings;
        int size = grid.size();
        returns = new double[size];
        benchmark = new double[size];
        cash = new double[size];
        profitBefore = new double[bars.length];
        regimeBefore = new ArrayList<>(Collections.nCopies(bars.length, Optional.empty()));
        equityBefore = settings.startingCash();
    }

    /** Closes every day that ended before the instant. */
    void advanceTo(long nowMs, RegimeCursor[] regimes, Attribution attribution) {
        while (grid.end(day) < nowMs) {
            closeDay(account.equity(), regimes, attribution);
        }
    }

    /** Closes the day that the data ended in; after ruin everything is lost on that day and nothing moves any more. */
    void close(boolean ruined, RegimeCursor[] regimes, Attribution attribution) {
        while (day < grid.size()) {
            closeDay(ruined ? 0 : account.equity(), regimes, attribution);
        }
    }

    DailyReturns returns() {
        return DailyReturns.of(grid.dates(), returns, Optional.of(benchmark), Optional.of(cash));
    }

    private void closeDay(double equity, RegimeCursor[] regimes, Attribution attribution) {
        returns[day] = equityBefore > 0 ? Math.max(-1, equity / equityBefore - 1) : 0;
        equityBefore = Math.max(0, equity);
        double held = buyAndHold();
        benchmark[day] = held / benchmarkBefore - 1;
        benchmarkBefore = held;
        cash[day] = day == 0
                ? 0
                : cashReturn(grid.dates().get(day - 1), grid.dates().get(day));
        for (int i = 0; i < bars.length; i++) {
            double profit = account.profit(i);
            attribution.day(regimeBefore.get(i), profit - profitBefore[i]);
            profitBefore[i] = profit;
            regimeBefore.set(i, regimes[i].current());
        }
        day++;
    }

    /** Value of one unit of money spread evenly, each part invested at its instrument's first close. */
    private double buyAndHold() {
        double value = 0;
        for (int i = 0; i < bars.length; i++) {
            double mark = account.mark(i);
            value += mark > 0 ? mark / bars[i].close(0) : 1;
        }
        return value / bars.length;
    }

    private double cashReturn(LocalDate from, LocalDate to) {
        return settings.cashRate().annualOn(from) * ChronoUnit.DAYS.between(from, to) / DAYS_A_YEAR;
    }
}
