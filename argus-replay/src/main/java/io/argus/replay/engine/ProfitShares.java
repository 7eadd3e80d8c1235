package io.argus.replay.engine;

import io.argus.domain.market.Session;
import io.argus.replay.account.Account;
import io.argus.replay.execution.Listing;
import java.util.List;

/** Shares out what each instrument and its options have won or lost since their bar before. For one run. */
final class ProfitShares {

    private final List<Listing> listings;
    private final Account account;
    private final RegimeCursor[] regimes;
    private final double[] before;
    private Attribution attribution = new Attribution();

    ProfitShares(List<Listing> listings, Account account, RegimeCursor[] regimes) {
        this.listings = listings;
        this.account = account;
        this.regimes = regimes;
        before = new double[listings.size()];
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
    }

    /**
     * What came after the last bars.
     *
     * @param lastBar index of each instrument's last bar, -1 for none
     */
    void afterLastBars(int[] lastBar) {
        for (int i = 0; i < before.length; i++) {
            if (lastBar[i] >= 0) {
                double rest = account.profit(i) - before[i];
                attribution.afterLastBar(regimes[i].current(), listings.get(i).session(lastBar[i]), rest);
            }
        }
    }

    Attribution attribution() {
        return attribution;
    }
}
