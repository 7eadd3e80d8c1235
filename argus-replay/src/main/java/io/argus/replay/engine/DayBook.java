package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.Regime;
import io.argus.domain.returns.DailyReturns;
import io.argus.replay.account.Account;
import io.argus.research.experiment.ReplaySettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Closes the books at each day's end: the day's return, the return of buying and holding what the run trades in
 * equal weights from each one's first close on, and the return of cash, which earns interest whenever the account does.
 */
final class DayBook {

    /** Of sums of money, as a share of equity. */
    private static final double ROUNDING = 1e-9;

    private final DayGrid grid;
    private final Account account;
    private final double[] firstPrice;
    private final double[] units;
    private final boolean[] priced;
    /** By instrument and day, what one unit of money has become that was invested in it. */
    private final double[][] held;

    private final PreparedPack prepared;
    private final int firstDay;
    private final double[] returns;
    private final double[] cash;
    private final double[] profitBefore;
    private final List<Optional<Regime>> regimeBefore;
    private double equityBefore;
    private double idleCash = 1;
    private double idleCashBefore = 1;
    private double accruedBefore;
    private int lastMoved = -1;
    private int day;
    private long dayEnd;

    /**
     * @param firstDay position of the first day that has a return of its own
     */
    DayBook(PreparedPack prepared, Account account, ReplaySettings settings, int firstDay) {
        this.prepared = prepared;
        grid = prepared.days();
        this.firstDay = firstDay;
        this.account = account;
        int size = grid.size();
        returns = new double[size];
        cash = new double[size];
        int count = prepared.listings().size();
        firstPrice = new double[count];
        units = new double[count];
        priced = new boolean[count];
        Arrays.fill(units, 1);
        for (int i = 0; i < count; i++) {
            BarSeries bars = prepared.listings().get(i).bars();
            firstPrice[i] = bars.isEmpty() ? 0 : bars.close(0);
            priced[i] = prepared.priced(i);
        }
        held = new double[count][size];
        profitBefore = new double[count];
        regimeBefore = new ArrayList<>(Collections.nCopies(count, Optional.empty()));
        equityBefore = settings.startingCash();
        dayEnd = grid.end(0);
    }

    /** Dividends buy more of what is held, at its price without them; splits give units. Before a first price nothing is held. */
    void acted(int instrument, CorporateAction action) {
        if (account.mark(instrument) == 0) {
            return;
        }
        double mark = account.mark(instrument) * action.split();
        double reinvested = mark > 0 ? 1 + action.dividend() / mark : 1;
        units[instrument] *= action.split() * reinvested;
    }

    /** Cash earned a fraction of itself. */
    void accrued(double interest) {
        idleCash *= 1 + interest;
    }

    /** Closes every day that ended before the instant. */
    void advanceTo(long nowMs, RegimeCursor[] regimes, ProfitShares shares) {
        while (dayEnd < nowMs) {
            closeDay(account.equity(), regimes, shares);
        }
    }

    /** Closes the day that the data ended in; after ruin everything is lost on that day and nothing moves any more. */
    void close(boolean ruined, RegimeCursor[] regimes, ProfitShares shares) {
        while (day < grid.size()) {
            closeDay(ruined ? 0 : account.equity(), regimes, shares);
        }
    }

    /**
     * @param traded the instruments that the benchmark holds
     */
    DailyReturns returns(boolean[] traded) {
        return DailyReturns.of(grid.dates(), returns, Optional.of(benchmark(traded)), Optional.of(cash))
                .since(firstDay);
    }

    /** The last day on which equity changed by more than interest and borrowing, which go on without any data. */
    Optional<LocalDate> lastMoved() {
        return lastMoved < 0 ? Optional.empty() : Optional.of(grid.dates().get(lastMoved));
    }

    private void closeDay(double equity, RegimeCursor[] regimes, ProfitShares shares) {
        double accrued = account.gains().interest() - account.gains().borrowing();
        double moved = Math.abs(equity - equityBefore - (accrued - accruedBefore));
        lastMoved = moved > ROUNDING * Math.max(1, Math.abs(equity)) ? day : lastMoved;
        accruedBefore = accrued;
        returns[day] = equityBefore > 0 ? Math.max(-1, equity / equityBefore - 1) : 0;
        equityBefore = Math.max(0, equity);
        hold();
        cash[day] = idleCash / idleCashBefore - 1;
        idleCashBefore = idleCash;
        for (int i = 0; i < priced.length; i++) {
            double profit = account.profit(i);
            shares.day(i, regimeBefore.get(i), profit - profitBefore[i], prepared.hasDataOn(i, day));
            profitBefore[i] = profit;
            regimeBefore.set(i, regimes[i].current());
        }
        day++;
        dayEnd = day < grid.size() ? grid.end(day) : Long.MAX_VALUE;
    }

    private void hold() {
        for (int i = 0; i < priced.length; i++) {
            double mark = account.mark(i);
            firstPrice[i] = firstPrice[i] == 0 ? mark : firstPrice[i];
            held[i][day] = mark > 0 ? units[i] * mark / firstPrice[i] : 1;
        }
    }

    /** Of money spread evenly, each part invested at its instrument's first price. */
    private double[] benchmark(boolean[] traded) {
        double[] benchmark = new double[returns.length];
        double before = 1;
        for (int each = 0; each < benchmark.length; each++) {
            double value = 0;
            int parts = 0;
            for (int i = 0; i < priced.length; i++) {
                if (traded[i] && priced[i]) {
                    value += held[i][each];
                    parts++;
                }
            }
            benchmark[each] = value / parts / before - 1;
            before = value / parts;
        }
        return benchmark;
    }
}
