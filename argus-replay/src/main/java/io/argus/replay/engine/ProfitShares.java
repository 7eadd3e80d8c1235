package io.argus.replay.engine;

import io.argus.domain.market.Session;
import io.argus.domain.pack.Regime;
import io.argus.replay.account.Account;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Shares out what each instrument and its options have won or lost since their bar before. For one run. */
final class ProfitShares {

    private final Account account;
    private final RegimeCursor[] regimes;
    private final double[] before;
    /** Of each instrument's last bar, or snapshot where there are no bars. */
    private final Session[] lastSession;

    private final boolean[] marked;
    private final Attribution[] attributions;

    ProfitShares(int listings, Account account, RegimeCursor[] regimes) {
        this.account = account;
        this.regimes = regimes;
        before = new double[listings];
        lastSession = new Session[listings];
        Arrays.fill(lastSession, Session.CLOSED);
        marked = new boolean[listings];
        attributions = new Attribution[listings];
        countFromHere();
    }

    /** Forgets what was shared out so far, not what has been won. */
    void countFromHere() {
        Arrays.setAll(attributions, i -> new Attribution());
    }

    /** Something is marked at the end of a bar, or at a snapshot where there are no bars. */
    void bar(int listing, Session session) {
        double now = account.profit(listing);
        attributions[listing].bar(regimes[listing].current(), session, now - before[listing]);
        before[listing] = now;
        lastSession[listing] = session;
        marked[listing] = true;
    }

    /**
     * A day ends.
     *
     * @param before the market's state as it began
     * @param counts whether there were data of the instrument
     */
    void day(int listing, Optional<Regime> before, double pnl, boolean counts) {
        attributions[listing].day(before, pnl, counts);
    }

    /** What came after the last bars and snapshots. */
    void afterTheLast() {
        for (int i = 0; i < before.length; i++) {
            if (marked[i]) {
                double rest = account.profit(i) - before[i];
                attributions[i].afterLastBar(regimes[i].current(), lastSession[i], rest);
            }
        }
    }

    /** Of all instruments. */
    Map<Session, Long> barsBySession() {
        boolean[] all = new boolean[attributions.length];
        Arrays.fill(all, true);
        return of(all).barsBySession();
    }

    /** Of these instruments together. */
    Attribution of(boolean[] instruments) {
        if (attributions.length == 1 && instruments[0]) {
            return attributions[0];
        }
        Attribution sum = new Attribution();
        for (int i = 0; i < attributions.length; i++) {
            if (instruments[i]) {
                sum.add(attributions[i]);
            }
        }
        return sum;
    }
}
