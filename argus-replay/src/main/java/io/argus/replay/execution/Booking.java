package io.argus.replay.execution;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Account;
import io.argus.replay.account.Asset;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.Lot;
import io.argus.replay.account.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books what fills and says so; knows which open lots have exits attached, and what is taken of the quotes. */
final class Booking {

    private final AssetTable assets;
    private final Account account;
    private final ExecutionLog log;
    private final TakenSizes taken;
    private final List<Lot> guarded = new ArrayList<>();

    Booking(AssetTable assets, Account account, ExecutionLog log) {
        this.assets = assets;
        this.account = account;
        this.log = log;
        taken = new TakenSizes();
    }

    TakenSizes taken() {
        return taken;
    }

    /** Open lots with exits attached, oldest first. */
    List<Lot> guarded() {
        return guarded;
    }

    /**
     * @param slippage by how much of price the trade is worse than its quote
     * @return the lot that the trade opened
     */
    Optional<Lot> book(Trade trade, long orderId, double slippage, long knownMs) {
        Optional<Lot> opened = account.book(trade);
        forgetClosed();
        opened.filter(lot -> !lot.protection().isNone()).ifPresent(guarded::add);
        Asset asset = assets.get(trade.asset());
        if (asset.option()) {
            taken.take(trade.asset(), trade.quantity(), trade.timeMs());
        }
        double quantity = Math.abs(trade.quantity());
        // Of what is sold for nothing the whole quote is lost.
        double lost = trade.price() == 0
                ? account.notional(trade.asset(), quantity, slippage)
                : account.notional(trade.asset(), quantity, trade.price()) * (slippage / trade.price());
        log.filled(new Fill(
                orderId,
                trade.tag(),
                asset.symbol(),
                trade.quantity() > 0 ? Side.BUY : Side.SELL,
                trade.timeMs(),
                knownMs,
                quantity,
                trade.price(),
                trade.commission() * account.rate(trade.asset()),
                lost));
        return opened;
    }

    /** Books a settlement, which is no fill. */
    void settle(Trade trade) {
        account.book(trade);
        forgetClosed();
    }

    private void forgetClosed() {
        guarded.removeIf(lot -> lot.quantity() == 0);
    }

    /** What fees on the underlying are taken of: its price, or one coin for what is priced in the coin. */
    double underlyingPrice(int asset) {
        Asset each = assets.get(asset);
        return each.inverse() ? 1 : account.mark(each.listing());
    }
}
