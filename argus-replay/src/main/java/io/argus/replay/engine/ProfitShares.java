package io.argus.replay.engine;

import io.argus.domain.market.Session;
import io.argus.replay.account.Account;
import java.util.Arrays;

/** Shares out what each instrument and its options have won or lost since their bar before. For one run. */
final class ProfitShares {

    private final Account account;
    private final RegimeCursor[] regimes;
    private final double[] before;
    /** Of each instrument's last bar, or snapshot where there are no bars. */
    private final Session[] lastSession;

    private final boolean[] marked;
    private Attribution attribution = new Attribution();

    ProfitShares(int listings, Account account, RegimeCursor[] regimes) {
        this.account = account;
        this.regimes = regimes;
        before = new double[listings];
        lastSession = new Session[listings];
        Arrays.fill(lastSession, Session.CLOSED);
        marked = new boolean[listings];
    }

    /** Forgets what was shared out so far, not what has been won. */
    void countFromHere() {
        attribution = new Attribution();
    }

    /** Something is marked at the end of a bar, or at a snapshot where there are no bars. */
    void bar(int listing, Session session) {
        double now = account.profit(listing);
        attribution.bar(regimes[listing].current(), session, now - before[listing]);
        before[listing] = now;
        lastSession[listing] = session;
        marked[listing] = true;
    }

    /** What came after the last bars and snapshots. */
    void afterTheLast() {
        for (int i = 0; i < before.length; i++) {
            if (marked[i]) {
                double rest = account.profit(i) - before[i];
                attribution.afterLastBar(regimes[i].current(), lastSession[i], rest);
            }
        }
    }

    Attribution attribution() {
        return attribution;
    }
}
