package io.argus.replay.engine;

import io.argus.domain.experiment.ReplaySettings;
import io.argus.domain.market.BarSeries;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.account.Account;
import io.argus.replay.account.BuyingPower;
import io.argus.replay.execution.Broker;
import io.argus.replay.execution.ExecutionLog;
import io.argus.replay.execution.Listing;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One run from the first bar to the last. Each instant at which bars close is taken in a fixed order: interest since the
 * last one, fills from the bars that closed, marks, regimes, then one call of the strategy. For one thread and one use.
 */
public final class ReplayRun {

    private static final int INSTANTS_BETWEEN_INTERRUPTION_CHECKS = 4096;

    private final Strategy strategy;
    private final ReplaySettings settings;
    private final ReplayObserver observer;
    private final List<Listing> listings;
    private final BarSeries[] bars;
    private final int[] next;
    private final int[] lastKnown;
    private final boolean[] closing;
    private final double[] profit;
    private final Account account;
    private final BuyingPower buyingPower;
    private final Broker broker;
    private final ReplayView view;
    private final RegimeCursor[] regimes;
    private final CashRateCursor cashRate;
    private final DayBook days;
    private final EquityCurve curve;
    private final Attribution attribution = new Attribution();
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private long instants;
    private long instantsInvested;
    private long barsReplayed;
    private boolean ruined;

    public ReplayRun(PreparedPack prepared, Strategy strategy, ReplaySettings settings, ReplayObserver observer) {
        this.strategy = strategy;
        this.settings = settings;
        this.observer = observer;
        listings = prepared.listings();
        int count = listings.size();
        bars = listings.stream().map(Listing::bars).toArray(BarSeries[]::new);
        next = new int[count];
        lastKnown = new int[count];
        closing = new boolean[count];
        Arrays.fill(lastKnown, -1);
        profit = new double[count];
        account = new Account(listings.stream().map(Listing::instrument).toList(), settings.startingCash());
        buyingPower = new BuyingPower(account);
        broker = new Broker(listings, account, settings.execution(), new Log());
        regimes = new RegimeCursor[count];
        Arrays.setAll(regimes, i -> new RegimeCursor(prepared.regimes(i)));
        view = new ReplayView(prepared, regimes, account, broker);
        cashRate = new CashRateCursor(settings.cashRate());
        days = new DayBook(prepared.days(), account, bars, settings);
        curve = new EquityCurve(settings.startingCash());
    }

    public ReplayResult run() {
        long before = Long.MIN_VALUE;
        for (long now = nextClose(); now != Long.MAX_VALUE && !ruined; now = nextClose()) {
            if (instants % INSTANTS_BETWEEN_INTERRUPTION_CHECKS == 0
                    && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the replay was interrupted");
            }
            days.advanceTo(now, regimes, attribution);
            if (before != Long.MIN_VALUE) {
                account.accrue(now - before, cashRate.annualAt(before), borrowRate());
            }
            before = now;
            fillFrom(now);
            mark(now);
            judge(now);
            if (!ruined) {
                decide(now);
            }
        }
        days.close(ruined, regimes, attribution);
        attributeRest();
        return result();
    }

    private void attributeRest() {
        for (int i = 0; i < next.length; i++) {
            if (lastKnown[i] >= 0) {
                double rest = account.profit(i) - profit[i];
                attribution.afterLastBar(regimes[i].current(), listings.get(i).session(lastKnown[i]), rest);
            }
        }
    }

    private long nextClose() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < bars[i].size()) {
                earliest = Math.min(earliest, bars[i].closeTime(next[i]));
            }
        }
        return earliest;
    }

    private void fillFrom(long now) {
        if (!broker.idle()) {
            for (int i = 0; i < next.length; i++) {
                closing[i] = closesAt(i, now);
            }
            broker.meet(closing, next, now);
        }
    }

    private void mark(long now) {
        for (int i = 0; i < next.length; i++) {
            if (closesAt(i, now)) {
                int bar = next[i]++;
                lastKnown[i] = bar;
                barsReplayed++;
                account.mark(i, bars[i].close(bar));
                view.know(i, next[i]);
                double profitNow = account.profit(i);
                attribution.bar(regimes[i].current(), listings.get(i).session(bar), profitNow - profit[i]);
                profit[i] = profitNow;
            }
        }
        for (RegimeCursor regime : regimes) {
            regime.advanceTo(now);
        }
    }

    private boolean closesAt(int instrument, long now) {
        return next[instrument] < bars[instrument].size() && bars[instrument].closeTime(next[instrument]) == now;
    }

    private void judge(long now) {
        double equity = account.equity();
        instants++;
        instantsInvested += account.lots().isEmpty() ? 0 : 1;
        ruined = equity <= 0;
        curve.mark(Math.max(0, equity));
        fingerprint.add(equity);
        observer.marked(now, account.cash(), equity, account.equityBySources());
        if (!ruined && buyingPower.belowMaintenance(next.length, equity) && !broker.liquidating()) {
            broker.liquidate(now);
        }
    }

    private void decide(long now) {
        view.now(now);
        List<Order> orders = strategy.decide(view);
        for (int i = 0; i < orders.size(); i++) {
            fingerprint.add(now);
            fingerprint.add(orders.get(i).toString());
            observer.decided(now, orders.get(i));
            broker.submit(orders.get(i), now, lastKnown);
        }
    }

    private double borrowRate() {
        return settings.execution().borrowRateAnnual();
    }

    private ReplayResult result() {
        return new ReplayResult(
                barsReplayed,
                view.outcomesUsed(),
                ruined ? 0 : account.equity(),
                account.realized(),
                account.commissions(),
                account.interest(),
                account.borrowing(),
                account.tradedNotional(),
                curve.deepest(),
                curve.deepestFraction(),
                ruined,
                instants == 0 ? 0 : (double) instantsInvested / instants,
                fills,
                rejections,
                broker.pending(),
                account.closedTrades(),
                view.positions(),
                days.returns(),
                attribution.byFactor(),
                attribution.jointly(),
                attribution.barsBySession(),
                fingerprint.hex());
    }

    /** Keeps what happened to orders, and tells the strategy. */
    private final class Log implements ExecutionLog {

        @Override
        public void filled(Fill fill) {
            fills.add(fill);
            fingerprint.add(fill.knownMs());
            fingerprint.add(fill.quantity() * fill.side().sign());
            fingerprint.add(fill.price());
            fingerprint.add(fill.commission());
            observer.filled(fill);
            strategy.filled(fill);
        }

        @Override
        public void rejected(Rejection rejection) {
            rejections.add(rejection);
            fingerprint.add(rejection.timeMs());
            fingerprint.add(rejection.reason().name());
            observer.rejected(rejection);
            strategy.rejected(rejection);
        }
    }
}
