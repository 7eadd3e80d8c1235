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
import java.util.OptionalInt;

/**
 * What happens to holdings beside trades: settlements, then funding, then corporate actions, each in the order of the
 * pack. Funding and actions before the data begin, or after they end, are not part of a run.
 */
final class Happenings {

    /** Hears of actions, for what is not held too. */
    interface Actions {
        void acted(int listing, CorporateAction action);
    }

    /** An action and from when on it counts. */
    private record Dated(CorporateAction action, long fromMs) {}

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
                .map(action -> new Dated(action, effectiveMs(action, prepared, assets)))
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
            OptionalInt asset = assets.indexOf(due.symbol());
            if (asset.isPresent() && account.holding(asset.getAsInt()) != 0) {
                account.fund(asset.getAsInt(), due.rate());
            }
        }
        for (; acted < actions.size() && actions.get(acted).fromMs() <= nowMs; acted++) {
            act(actions.get(acted).action(), nowMs);
        }
        schedule();
    }

    private void act(CorporateAction action, long nowMs) {
        OptionalInt asset = assets.indexOf(action.symbol());
        if (asset.isPresent()) {
            account.act(asset.getAsInt(), action.dividend(), action.split());
            listener.acted(asset.getAsInt(), action);
            if (action.split() != 1) {
                broker.split(asset.getAsInt(), action.split(), nowMs);
            }
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
    private static long effectiveMs(CorporateAction action, PreparedPack prepared, AssetTable assets) {
        OptionalInt asset = assets.indexOf(action.symbol());
        if (asset.isEmpty() || asset.getAsInt() >= prepared.listings().size()) {
            return action.exMs();
        }
        BarSeries bars = prepared.listings().get(asset.getAsInt()).bars();
        int known = bars.isEmpty() ? 0 : bars.knownAt(action.exMs());
        boolean closing = known > 0 && bars.closeTime(known - 1) == action.exMs();
        return closing ? action.exMs() + 1 : action.exMs();
    }

    /** A rate may be known before it is paid; one that becomes known later is paid then. */
    private static long dueMs(FundingRate rate) {
        return Math.max(rate.timeMs(), rate.knownMs());
    }
}
