package io.argus.replay.execution;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.Settlement;
import io.argus.domain.strategy.Protection;
import io.argus.replay.account.Account;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.Trade;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Settles in cash what expires, worthless contracts too. Options whose settlement price is not known an hour after their
 * expiry settle at the underlying's last price at or before it, which is flagged; without one they stay open.
 */
public final class ExpiryDesk {

    /** How long a settlement price is waited for. */
    static final long GRACE_MS = 3_600_000;

    private static final int[] NOT_KNOWN = {};

    /** What is known of an instrument's prices. */
    public interface LastPrice {

        /** The last at or before an instant. */
        OptionalDouble find(int listing, long timeMs);

        /** Whether one became known after an instant, and before or at another. */
        boolean isNewer(int listing, long afterMs, long nowMs);
    }

    private final AssetTable assets;
    private final Account account;
    private final Broker broker;
    private final LastPrice lastPrice;
    private final ExecutionLog log;
    private final long dataEndMs;
    /** Expired contracts on what never had a price: only a settlement price can settle them. */
    private final Set<Integer> priceless = new HashSet<>();

    private long proxies;
    /** What was held when the deadline was last worked out, which changes with trades alone. */
    private int[] due = NOT_KNOWN;

    private long deadline;

    /**
     * @param dataEndMs what expires after it settles at a settlement price alone
     */
    public ExpiryDesk(
            AssetTable assets, Account account, Broker broker, LastPrice lastPrice, ExecutionLog log, long dataEndMs) {
        this.assets = assets;
        this.account = account;
        this.broker = broker;
        this.lastPrice = lastPrice;
        this.log = log;
        this.dataEndMs = dataEndMs;
    }

    /** Contracts settled at the underlying's last price. */
    public long proxies() {
        return proxies;
    }

    /** When the first of the options held must settle for want of a price; {@link Long#MAX_VALUE} for none. */
    public long deadline() {
        if (due != account.held()) {
            due = account.held();
            deadline = earliest(due);
        }
        return deadline;
    }

    private long earliest(int[] held) {
        long earliest = Long.MAX_VALUE;
        for (int asset : held) {
            if (!priceless.contains(asset)) {
                earliest = Math.min(earliest, overdueMs(asset));
            }
        }
        return earliest;
    }

    /** Whether anything held settles at it. */
    public boolean concerns(Settlement settlement) {
        for (int asset : account.held()) {
            if (isOwn(settlement, asset) || isOfUnderlying(settlement, asset)) {
                return true;
            }
        }
        return false;
    }

    /** Settles what a settlement price is of: the instrument itself, or options that expire on it at that time. */
    public void settle(Settlement settlement, long nowMs) {
        for (int asset : account.held()) {
            if (isOwn(settlement, asset)) {
                // Of an option's own settlement the price is its payoff.
                double underlying = account.mark(assets.get(asset).listing());
                settle(asset, settlement.price(), underlying, nowMs, false);
            } else if (isOfUnderlying(settlement, asset)) {
                settleAt(asset, settlement.price(), nowMs, false);
            }
        }
        for (int i = 0; i < assets.listings(); i++) {
            if (isFuture(assets.get(i)) && assets.get(i).symbol().equals(settlement.instrument())) {
                broker.expire(i);
            }
        }
    }

    /** Settles what has waited too long for a price. */
    public void settleOverdue(long nowMs) {
        for (int asset : account.held()) {
            if (overdueMs(asset) <= nowMs) {
                OptionalDouble last = lastPrice.find(
                        assets.get(asset).listing(), expiry(asset).orElseThrow());
                if (last.isPresent()) {
                    settleAt(asset, last.getAsDouble(), nowMs, true);
                } else {
                    priceless.add(asset);
                    due = NOT_KNOWN;
                }
            }
        }
    }

    private void settleAt(int index, double underlying, long nowMs, boolean proxy) {
        Asset asset = assets.get(index);
        double payoff = asset.contract().orElseThrow().intrinsicValue(underlying);
        if (asset.inverse() && underlying > 0) {
            boolean outdated = lastPrice.isNewer(
                    asset.listing(), asset.contract().orElseThrow().expiryMs(), nowMs);
            if (!outdated || account.rate(index) == 0) {
                account.priceCoin(asset.coin(), underlying);
            }
            payoff /= underlying;
        }
        settle(index, payoff, underlying, nowMs, proxy);
    }

    private void settle(int asset, double price, double underlying, long nowMs, boolean proxy) {
        double held = account.holding(asset);
        Asset each = assets.get(asset);
        double fee =
                each.option() ? broker.fees(each).delivery(Math.abs(held), price, each.inverse() ? 1 : underlying) : 0;
        broker.settle(new Trade(
                asset,
                "",
                -held,
                price,
                fee,
                nowMs,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Protection.none(),
                proxy ? "settlement_proxy" : "expiry"));
        proxies += proxy ? 1 : 0;
        log.settled(each.symbol(), nowMs, price, proxy);
    }

    /** Spot and perpetuals never end. */
    private boolean isOwn(Settlement settlement, int asset) {
        Asset each = assets.get(asset);
        return each.symbol().equals(settlement.instrument()) && (each.option() || isFuture(each));
    }

    private boolean isOfUnderlying(Settlement settlement, int asset) {
        Asset each = assets.get(asset);
        return each.option()
                && assets.get(each.listing()).symbol().equals(settlement.instrument())
                && expiry(asset).orElseThrow() == settlement.timeMs();
    }

    /** When an option is no longer waited for; {@link Long#MAX_VALUE} for what waits for a settlement price for ever. */
    private long overdueMs(int asset) {
        OptionalLong expiry = expiry(asset);
        return expiry.isPresent() && expiry.getAsLong() <= dataEndMs ? expiry.getAsLong() + GRACE_MS : Long.MAX_VALUE;
    }

    private static boolean isFuture(Asset asset) {
        return asset.spec().kind() == ContractSpec.Kind.FUTURE;
    }

    private OptionalLong expiry(int asset) {
        Optional<OptionContract> contract = assets.get(asset).contract();
        return contract.isPresent() ? OptionalLong.of(contract.get().expiryMs()) : OptionalLong.empty();
    }
}
