package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.Settlement;
import io.argus.replay.account.Account;
import io.argus.replay.account.AssetTable;
import io.argus.replay.execution.Broker;
import io.argus.replay.execution.ExpiryDesk;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to holdings beside trades: settlements, then funding, then corporate actions, each in the order of the
 * pack. Funding and actions before the data begin, or after they end, are not part of a run.
 */
final class Happenings {

    /** Hears of actions, for what is not held too. */
    interface Actions {
        void acted(int listing, CorporateAction action);
    }

    /** An action, on which instrument, and from when on it counts. */
    private record Dated(CorporateAction action, int listing, long fromMs) {}

    private final List<Settlement> settlements;
    private final List<FundingRate> funding;
    private final List<Dated> actions;
    private final AssetTable assets;
    private final Account account;
    private final Broker broker;
    private final ExpiryDesk desk;
    private final Actions listener;
    private int settled;
    private int funded;
    private int acted;
    private long scheduled;

    Happenings(
            PreparedPack prepared,
            AssetTable assets,
            Account account,
            Broker broker,
            ExpiryDesk desk,
            Actions listener) {
        this.assets = assets;
        this.account = account;
        this.broker = broker;
        this.desk = desk;
        this.listener = listener;
        Span data = prepared.span();
        settlements = prepared.pack().events().settlements();
        actions = prepared.pack().events().actions().stream()
                .map(action -> dated(action, prepared, assets))
                .filter(dated -> data.holds(dated.fromMs()))
                .sorted(Comparator.comparingLong(Dated::fromMs))
                .toList();
        funding = prepared.pack().events().funding().stream()
                .filter(rate -> data.holds(dueMs(rate)))
                .sorted(Comparator.comparingLong(Happenings::dueMs))
                .toList();
        for (; settled < settlements.size() && settlements.get(settled).knownMs() <= data.startMs(); settled++) {
            desk.settle(settlements.get(settled), data.startMs());
        }
        schedule();
    }

    /** When the next thing happens while there are data; {@link Long#MAX_VALUE} when nothing more does. */
    long nextMs() {
        return Math.min(scheduled, desk.deadline());
    }

    /** When the next thing happens after the data: what is held settles, and nothing else does. */
    long nextAfterDataMs() {
        for (int next = settled; next < settlements.size(); next++) {
            if (desk.concerns(settlements.get(next))) {
                return Math.min(settlements.get(next).knownMs(), desk.deadline());
            }
        }
        return desk.deadline();
    }

    void applyUpTo(long nowMs) {
        if (nextMs() > nowMs) {
            return;
        }
        for (; settled < settlements.size() && settlements.get(settled).knownMs() <= nowMs; settled++) {
            desk.settle(settlements.get(settled), nowMs);
        }
        desk.settleOverdue(nowMs);
        for (; funded < funding.size() && dueMs(funding.get(funded)) <= nowMs; funded++) {
            FundingRate due = funding.get(funded);
            int asset = listing(due.symbol(), assets);
            if (account.holding(asset) != 0) {
                account.fund(asset, due.rate());
            }
        }
        for (; acted < actions.size() && actions.get(acted).fromMs() <= nowMs; acted++) {
            act(actions.get(acted), nowMs);
        }
        schedule();
    }

    private void act(Dated dated, long nowMs) {
        CorporateAction action = dated.action();
        account.act(dated.listing(), action.dividend(), action.split());
        listener.acted(dated.listing(), action);
        if (action.split() != 1) {
            broker.split(dated.listing(), action.split(), nowMs);
        }
    }

    private void schedule() {
        scheduled = Long.MAX_VALUE;
        if (settled < settlements.size()) {
            scheduled = Math.min(scheduled, settlements.get(settled).knownMs());
        }
        if (funded < funding.size()) {
            scheduled = Math.min(scheduled, dueMs(funding.get(funded)));
        }
        if (acted < actions.size()) {
            scheduled = Math.min(scheduled, actions.get(acted).fromMs());
        }
    }

    /** A bar that closes as the action begins still has its prices in old units, and is marked first. */
    private static Dated dated(CorporateAction action, PreparedPack prepared, AssetTable assets) {
        int listing = listing(action.symbol(), assets);
        BarSeries bars = prepared.listings().get(listing).bars();
        int known = bars.knownAt(action.exMs());
        boolean closing = known > 0 && bars.closeTime(known - 1) == action.exMs();
        return new Dated(action, listing, closing ? action.exMs() + 1 : action.exMs());
    }

    /** A pack has no funding and no actions but of its instruments. */
    private static int listing(String symbol, AssetTable assets) {
        return assets.indexOf(symbol).orElseThrow();
    }

    /** A rate may be known before it is paid; one that becomes known later is paid then. */
    private static long dueMs(FundingRate rate) {
        return Math.max(rate.timeMs(), rate.knownMs());
    }
}
