package io.argus.replay.execution;

import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Account;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.BuyingPower;
import io.argus.replay.account.Lot;
import io.argus.replay.execution.WorkingOrder.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Closes what is held at the next prices, asset by asset, whatever the strategy wants and the quotes are like; where there
 * is no price it waits for one. What is being closed already goes on to be.
 */
public final class ForcedClosing {

    private final WorkingOrders orders;
    private final AssetTable assets;
    private final Account account;
    private final BuyingPower buyingPower;

    ForcedClosing(WorkingOrders orders, AssetTable assets, Account account, BuyingPower buyingPower) {
        this.orders = orders;
        this.assets = assets;
        this.account = account;
        this.buyingPower = buyingPower;
    }

    /** Calls margin where equity no longer carries what is held, but for what is being closed already. */
    public void watchMargin(double equity, long nowMs) {
        if (buyingPower.belowMaintenance(equity) && !underWay(nowMs)) {
            callMargin(nowMs);
        }
    }

    /** Whether all that is held is being closed, but for what can be closed no more. */
    private boolean underWay(long nowMs) {
        for (int index : account.held()) {
            if (canBegin(assets.get(index), nowMs)) {
                return false;
            }
        }
        return true;
    }

    private boolean canBegin(Asset asset, long nowMs) {
        return !asset.expiredBy(nowMs) && !orders.anyForced(asset);
    }

    /** The strategy is told of each. */
    private void callMargin(long nowMs) {
        orders.rejectIf(
                order -> !order.forced(),
                nowMs,
                Reason.MARGIN_CALL,
                "withdrawn as equity fell below maintenance margin");
        for (WorkingOrder close : close(asset -> true, nowMs, Sender.MARGIN_CALL)) {
            orders.announce(
                    close, nowMs, new LegPrice.Refused(Reason.MARGIN_CALL, "equity fell below maintenance margin"));
        }
    }

    /** As a strategy's turn ends; nothing was wrong. */
    public void handOver(long nowMs) {
        withdraw(asset -> true, nowMs, "withdrawn as its strategy's turn ended");
        close(asset -> true, nowMs, Sender.HAND_OVER);
    }

    /** As an instrument and its options may not be traded now. */
    public void leave(int listing, long nowMs) {
        Predicate<Asset> meant = asset -> asset.listing() == listing;
        withdraw(meant, nowMs, "withdrawn in another market state");
        close(meant, nowMs, Sender.CONFINEMENT);
    }

    private void withdraw(Predicate<Asset> which, long nowMs, String why) {
        orders.rejectIf(order -> !order.forced() && order.trades(which), nowMs, Reason.EXPIRED, why);
    }

    private List<WorkingOrder> close(Predicate<Asset> which, long nowMs, Sender sender) {
        List<WorkingOrder> closing = new ArrayList<>();
        for (int index : account.held()) {
            Asset asset = assets.get(index);
            if (which.test(asset) && canBegin(asset, nowMs)) {
                Side side = account.holding(index) > 0 ? Side.SELL : Side.BUY;
                Order close = Order.market(asset.symbol(), side, Quantity.all()).tagged(tagOf(index));
                closing.add(new WorkingOrder(orders.nextId(), close, nowMs, new Asset[] {asset}, sender));
            }
        }
        closing.forEach(orders::add);
        return closing;
    }

    /** The tag of what is held, so that its strategy hears what becomes of it; empty where lots have different ones. */
    private String tagOf(int asset) {
        Set<String> tags = account.lots().stream()
                .filter(lot -> lot.asset() == asset)
                .map(Lot::tag)
                .collect(Collectors.toSet());
        return tags.size() == 1 ? tags.iterator().next() : "";
    }
}
