package io.argus.replay.engine;

import io.argus.domain.option.OptionChain;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.account.Account;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.ConservativeMarks;
import io.argus.replay.execution.Broker;
import io.argus.replay.execution.ExpiryDesk;
import io.argus.replay.execution.Listing;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ReplaySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * One run from the first datum to the last. Everything that becomes known at one instant is applied in a fixed order:
 * interest since the last instant, settlements, funding, corporate actions, each snapshot with what it fills and marks,
 * what bars fill, the bars' marks, regimes; then the strategy is called once. For one thread and one use.
 */
public final class ReplayRun {

    private static final int INSTANTS_BETWEEN_INTERRUPTION_CHECKS = 4096;

    private final GuardedStrategy strategy;
    private final ReplaySettings settings;
    private final ReplayObserver observer;
    private final boolean watched;
    private final List<Listing> listings;
    private final Timeline timeline;
    private final AssetTable assets;
    private final Account account;
    private final ConservativeMarks marks;
    private final EventLog log;
    private final Broker broker;
    private final ExpiryDesk desk;
    private final Happenings happenings;
    private final ReplayView view;
    private final RegimeCursor[] regimes;
    private final CashRateCursor cashRate;
    private final ProfitShares shares;
    private final DayBook days;
    private final Relay relay;
    private EquityCurve curve;
    private long instants;
    private long instantsInvested;
    private long barsReplayed;
    private double startingEquity;
    private boolean ruined;

    public ReplayRun(
            PreparedPack prepared,
            Strategy strategy,
            ReplaySettings settings,
            ReplayObserver observer,
            HandOvers handOvers,
            Confinement confinement) {
        this.strategy = new GuardedStrategy(strategy);
        this.settings = settings;
        this.observer = observer;
        watched = observer != ReplayObserver.none();
        listings = prepared.listings();
        timeline = new Timeline(prepared);
        assets = new AssetTable(prepared.assets());
        account = new Account(assets, settings.startingCash());
        marks = new ConservativeMarks(assets, account);
        log = new EventLog(this.strategy, observer);
        broker = new Broker(listings, prepared.assets(), assets, account, settings.execution(), log);
        desk = new ExpiryDesk(
                assets, account, broker, timeline, log, prepared.span().endMs());
        days = new DayBook(prepared, account, settings, handOvers.firstDay());
        happenings = new Happenings(prepared, assets, account, broker, desk, days::acted);
        regimes = new RegimeCursor[listings.size()];
        Arrays.setAll(regimes, i -> new RegimeCursor(prepared.regimes(i)));
        shares = new ProfitShares(listings.size(), account, regimes);
        view = new ReplayView(prepared, timeline, regimes, assets, account, broker);
        cashRate = new CashRateCursor(settings.cashRate());
        startingEquity = settings.startingCash();
        curve = new EquityCurve(startingEquity);
        relay = new Relay(prepared.days(), handOvers, confinement);
    }

    public ReplayResult run() {
        long before = Long.MIN_VALUE;
        for (long now = nextInstant(); now != Long.MAX_VALUE && !ruined; now = nextInstant()) {
            if (instants % INSTANTS_BETWEEN_INTERRUPTION_CHECKS == 0
                    && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the replay was interrupted");
            }
            step(before, now);
            before = now;
        }
        log.end();
        broker.endOfData(before);
        days.close(ruined, regimes, shares);
        shares.afterTheLast();
        return result();
    }

    /** One instant after the one before it, of which there is none at first. */
    private void step(long before, long now) {
        days.advanceTo(now, regimes, shares);
        if (relay.startsToCount(now)) {
            countFromHere();
        }
        if (before != Long.MIN_VALUE) {
            days.accrued(account.accrue(
                    now - before,
                    cashRate.annualAt(before),
                    settings.execution().borrowRateAnnual()));
        }
        timeline.moveTo(now);
        happenings.applyUpTo(now);
        broker.rejectExpired(now);
        meetChains(now);
        if (!broker.idle()) {
            broker.meetBars(timeline.closing(), timeline.next(), now);
            broker.rejectLate(now);
        }
        markBars();
        for (RegimeCursor regime : regimes) {
            regime.advanceTo(now);
        }
        judge(now);
        if (!ruined) {
            relay.take(now, regimes, broker.forcedClosing());
            decide(now);
        }
    }

    /** Forgets the days that were there to learn from, in which nothing was traded. */
    private void countFromHere() {
        startingEquity = account.equity();
        curve = new EquityCurve(startingEquity);
        shares.countFromHere();
        instants = 0;
        instantsInvested = 0;
        barsReplayed = 0;
    }

    private long nextInstant() {
        long datum = timeline.nextMs();
        return datum == Long.MAX_VALUE ? happenings.nextAfterDataMs() : Math.min(datum, happenings.nextMs());
    }

    /** A snapshot fills what waited for it, then marks what is held. */
    private void meetChains(long now) {
        for (ChainCursor cursor : timeline.chains()) {
            int listing = cursor.listing();
            for (Optional<OptionChain> next = cursor.poll(now); next.isPresent(); next = cursor.poll(now)) {
                OptionChain chain = next.get();
                int coin = assets.coinOfListing(listing);
                if (coin >= 0 && chain.underlyingPrice().isPresent()) {
                    account.priceCoin(coin, chain.underlyingPrice().getAsDouble());
                }
                if (timeline.bars(listing).isEmpty() && chain.underlyingPrice().isPresent()) {
                    account.mark(listing, chain.underlyingPrice().getAsDouble());
                }
                if (!broker.idle()) {
                    broker.meetChain(listing, chain, timeline.next());
                }
                marks.mark(listing, chain);
                if (timeline.bars(listing).isEmpty()) {
                    shares.bar(
                            listing,
                            listings.get(listing).instrument().calendar().sessionAt(now));
                }
            }
        }
    }

    private void markBars() {
        boolean[] closing = timeline.closing();
        for (int i = 0; i < closing.length; i++) {
            if (closing[i]) {
                int bar = timeline.know(i);
                barsReplayed++;
                double close = timeline.bars(i).close(bar);
                int coin = assets.coinOfListing(i);
                if (coin >= 0) {
                    account.priceCoin(coin, close);
                }
                account.mark(i, close);
                view.know(i, bar + 1);
                shares.bar(i, listings.get(i).session(bar));
            }
        }
    }

    private void judge(long now) {
        double equity = account.equity();
        instants++;
        instantsInvested += account.holdsNothing() ? 0 : 1;
        ruined = equity <= 0;
        curve.mark(Math.max(0, equity));
        log.marked(equity);
        if (watched) {
            observer.marked(now, account.cash(), equity, account.equityBySources());
        }
        if (!ruined) {
            broker.forcedClosing().watchMargin(equity, now);
        }
    }

    private void decide(long now) {
        view.now(now);
        List<Order> orders = strategy.decide(view, now);
        for (int i = 0; i < orders.size(); i++) {
            log.decided(now, orders.get(i));
            broker.submit(orders.get(i), now, timeline.lastKnown());
        }
    }

    /** The instruments that were traded, themselves or by options on them; all where none was. */
    private boolean[] traded() {
        boolean[] traded = new boolean[listings.size()];
        Arrays.fill(traded, log.fills().isEmpty());
        for (Fill fill : log.fills()) {
            traded[assets.get(assets.indexOf(fill.symbol()).orElseThrow()).listing()] = true;
        }
        return traded;
    }

    private ReplayResult result() {
        boolean[] traded = traded();
        Attribution attribution = shares.of(traded);
        return new ReplayResult(
                barsReplayed,
                view.outcomesUsed(),
                startingEquity,
                ruined ? 0 : account.equity(),
                account.gains().realized(),
                account.gains().commissions(),
                account.gains().interest(),
                account.gains().borrowing(),
                account.gains().funding(),
                account.gains().dividends(),
                account.revaluation(),
                account.tradedNotional(),
                curve.deepest(),
                curve.deepestFraction(),
                ruined,
                instants == 0 ? 0 : (double) instantsInvested / instants,
                log.fills(),
                log.rejections(),
                broker.pending(),
                account.closedTrades(),
                view.positions(),
                days.returns(traded),
                days.lastMoved(),
                attribution.byFactor(),
                attribution.jointly(),
                shares.barsBySession(),
                marks.staleShare(),
                desk.proxies(),
                log.fingerprint());
    }
}
