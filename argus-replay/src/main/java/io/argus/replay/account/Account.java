package io.argus.replay.account;

import io.argus.domain.experiment.ClosedTrade;
import io.argus.domain.strategy.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The money and the lots of one run. At any time equity is starting cash plus every source of gain less every source of
 * loss, and it is cash plus the market value of what is held; the two are kept apart so that a test can compare them.
 *
 * <p>A purchase of spot or an option turns cash into a holding, a sale of what is not held adds its proceeds to cash and
 * the same amount to the liability; futures are worth their unrealised result alone. Adding a bar costs O(what is held);
 * nothing is summed anew. For one thread.
 */
public final class Account {

    private static final double YEAR_MS = 365.0 * 86_400_000;

    private final AssetTable assets;
    private final double startingCash;
    private final CoinBalances coins;
    private final Lots lots = new Lots();
    private final List<ClosedTrade> closed = new ArrayList<>();
    private final double[] flow;
    private final double[] coinFlow;
    private Settling[] settling;
    private int[] coin;
    private int[] listing;
    private double[] multiplier;
    private double[] holding;
    private double[] basis;
    private double[] mark;
    private int[] held = {};
    private double cash;
    private double realized;
    private double commissions;
    private double interest;
    private double borrowing;
    private double funding;
    private double dividends;
    private double tradedNotional;

    public Account(AssetTable assets, double startingCash) {
        this.assets = assets;
        this.startingCash = startingCash;
        coins = new CoinBalances(assets.coins());
        flow = new double[assets.listings()];
        coinFlow = new double[assets.listings()];
        settling = new Settling[0];
        coin = new int[0];
        listing = new int[0];
        multiplier = new double[0];
        holding = new double[0];
        basis = new double[0];
        mark = new double[0];
        makeRoom();
        cash = startingCash;
    }

    /** Must be called when the table has grown, before anything is asked about what is new. */
    public void makeRoom() {
        int before = settling.length;
        if (assets.size() == before) {
            return;
        }
        settling = Arrays.copyOf(settling, assets.size());
        coin = Arrays.copyOf(coin, assets.size());
        listing = Arrays.copyOf(listing, assets.size());
        multiplier = Arrays.copyOf(multiplier, assets.size());
        holding = Arrays.copyOf(holding, assets.size());
        basis = Arrays.copyOf(basis, assets.size());
        mark = Arrays.copyOf(mark, assets.size());
        for (int i = before; i < settling.length; i++) {
            settling[i] = Settling.of(assets.get(i).spec());
            coin[i] = assets.get(i).coin();
            listing[i] = assets.get(i).listing();
            multiplier[i] = assets.get(i).spec().multiplier();
        }
    }

    public double cash() {
        return cash;
    }

    public double multiplier(int asset) {
        return multiplier[asset];
    }

    public double holding(int asset) {
        return holding[asset];
    }

    /** Indices of what is held, ascending. Read only. */
    int[] held() {
        return held;
    }

    public boolean holdsNothing() {
        return held.length == 0;
    }

    public double mark(int asset) {
        return mark[asset];
    }

    public void mark(int asset, double price) {
        mark[asset] = price;
    }

    /** Price of the coin that an asset settles in; 1 for the account's currency, 0 while none is known. */
    public double rate(int asset) {
        return coins.rate(coin[asset]);
    }

    public void priceCoin(int which, double price) {
        coins.price(which, price);
    }

    /** What is held at its mark; negative when short. */
    public double marketValue(int asset) {
        return holding[asset] == 0 ? 0 : valueAt(asset, mark[asset]);
    }

    /** What is held at a price, in the account currency. */
    double valueAt(int asset, double price) {
        return multiplier[asset] * settling[asset].value(holding[asset], basis[asset], price) * rate(asset);
    }

    /** What a quantity stands for in the account currency: the price of spot and options, the exposure of futures. */
    public double notional(int asset, double quantity, double price) {
        double size = Math.abs(quantity) * multiplier[asset];
        return settling[asset] == Settling.INVERSE_FUTURE ? size : size * price * rate(asset);
    }

    public double equity() {
        double equity = cash + coins.value();
        for (int asset : held) {
            equity += valueAt(asset, mark[asset]);
        }
        return equity;
    }

    /** Equity if the asset were marked at another price. */
    public double equityAt(int asset, double price) {
        return holding[asset] == 0 ? equity() : equity() + valueAt(asset, price) - valueAt(asset, mark[asset]);
    }

    /**
     * Result so far of everything done in an instrument and its options: what was received less what was paid, and what is
     * held.
     */
    public double profit(int instrument) {
        double profit = flow[instrument];
        int paysIn = assets.coinOfListing(instrument);
        if (paysIn >= 0) {
            profit += coinFlow[instrument] * coins.rate(paysIn);
        }
        for (int asset : held) {
            if (listing[asset] == instrument) {
                profit += valueAt(asset, mark[asset]);
            }
        }
        return profit;
    }

    /** The other side of the identity: starting cash and every source of gain and loss. */
    public double equityBySources() {
        return startingCash
                + realized
                + unrealized()
                + funding
                + dividends
                + interest
                - borrowing
                - commissions
                + coins.revaluation();
    }

    public double unrealized() {
        double sum = 0;
        for (Lot lot : lots.open()) {
            int asset = lot.asset();
            double gain = settling[asset].gain(lot.entryPrice(), mark[asset]);
            sum += lot.quantity() * multiplier[asset] * gain * rate(asset);
        }
        return sum;
    }

    /** Of closed trades, before commissions. */
    public double realized() {
        return realized;
    }

    public double commissions() {
        return commissions;
    }

    public double interest() {
        return interest;
    }

    public double borrowing() {
        return borrowing;
    }

    /** Received less paid on perpetuals. */
    public double funding() {
        return funding;
    }

    /** Received less paid. */
    public double dividends() {
        return dividends;
    }

    /** Gain of coin balances with the coin's price. */
    public double revaluation() {
        return coins.revaluation();
    }

    public double tradedNotional() {
        return tradedNotional;
    }

    /** How many lots were ever opened, which is the id of the latest. */
    public long lotsOpened() {
        return lots.opened();
    }

    /** Open lots, oldest first; a view. */
    public List<Lot> lots() {
        return lots.open();
    }

    /** Closed trades in the order of their closing; a view. */
    public List<ClosedTrade> closedTrades() {
        return Collections.unmodifiableList(closed);
    }

    /** Credits interest on cash, or charges it on debit, and charges borrowing on spot that is short at its mark. */
    public void accrue(long elapsedMs, double cashRateAnnual, double borrowRateAnnual) {
        double years = elapsedMs / YEAR_MS;
        if (cashRateAnnual != 0) {
            double earned = cash * cashRateAnnual * years;
            interest += earned;
            cash += earned;
        }
        for (int asset : held) {
            if (holding[asset] < 0 && assets.get(asset).spot()) {
                double paid = -marketValue(asset) * borrowRateAnnual * years;
                borrowing += paid;
                pay(asset, paid);
            }
        }
    }

    /** Longs pay, shorts receive a fraction of the marked notional. */
    public void fund(int asset, double rateOfNotional) {
        double sign = Math.signum(holding[asset]);
        double paid = sign * notional(asset, holding[asset], mark[asset]) * rateOfNotional / rate(asset);
        funding -= paid * rate(asset);
        pay(asset, paid);
        earnCoin(asset, -paid);
    }

    /** A dividend for each unit held, then new units for old. */
    public void act(int asset, double dividend, double newUnitsForOld) {
        double received = holding[asset] * multiplier[asset] * dividend;
        dividends += received;
        pay(asset, -received);
        for (Lot lot : lots.open()) {
            if (lot.asset() == asset) {
                lot.split(newUnitsForOld);
            }
        }
        mark[asset] /= newUnitsForOld;
        recount(asset);
    }

    /**
     * Books a trade: closes what it closes, opens what is left of it.
     *
     * @return the lot that it opened
     */
    public Optional<Lot> book(Trade trade) {
        int asset = trade.asset();
        if (mark[asset] == 0) {
            mark[asset] = trade.price();
        }
        double equityBefore = equityAt(asset, trade.price());
        double unitCommission = trade.commission() * rate(asset) / Math.abs(trade.quantity());
        double left = lots.close(
                asset, trade.quantity(), trade.closes(), (lot, part) -> closePart(lot, part, trade, unitCommission));
        Optional<Lot> opened = left == 0
                ? Optional.empty()
                : Optional.of(new Lot(
                        lots.nextId(),
                        asset,
                        trade.tag(),
                        left,
                        trade.price(),
                        trade.timeMs(),
                        equityBefore,
                        unitCommission,
                        trade.protection()));
        opened.ifPresent(lots::add);
        pay(asset, trade.quantity() * multiplier[asset] * settling[asset].paid(trade.price()) + trade.commission());
        earnCoin(asset, -trade.commission());
        commissions += trade.commission() * rate(asset);
        tradedNotional += notional(asset, trade.quantity(), trade.price());
        recount(asset);
        return opened;
    }

    private void closePart(Lot lot, double part, Trade trade, double unitCommission) {
        int asset = lot.asset();
        double sign = Math.signum(lot.quantity());
        double gain = sign * part * multiplier[asset] * settling[asset].gain(lot.entryPrice(), trade.price());
        double gross = gain * rate(asset);
        realized += gross;
        earnCoin(asset, gain);
        if (settling[asset] != Settling.OWNED) {
            pay(asset, -gain);
        }
        closed.add(new ClosedTrade(
                lot.id(),
                assets.get(asset).symbol(),
                sign > 0 ? Side.BUY : Side.SELL,
                part,
                lot.openedMs(),
                lot.entryPrice(),
                trade.timeMs(),
                trade.price(),
                gross,
                part * (unitCommission + lot.commissionPerUnit()),
                lot.equityAtEntry(),
                trade.reason()));
    }

    /** Takes an amount of the asset's settlement currency out of its balance. */
    private void pay(int asset, double amount) {
        if (coin[asset] < 0) {
            cash -= amount;
            flow[listing[asset]] -= amount;
        } else {
            coins.move(coin[asset], -amount);
            coinFlow[listing[asset]] -= amount;
        }
    }

    private void earnCoin(int asset, double amount) {
        if (coin[asset] >= 0) {
            coins.earn(coin[asset], amount);
        }
    }

    private void recount(int asset) {
        holding[asset] = lots.held(asset);
        basis[asset] = lots.basis(asset, settling[asset]);
        held = lots.open().stream().mapToInt(Lot::asset).distinct().sorted().toArray();
    }
}
