package io.argus.replay.account;

import io.argus.domain.strategy.Side;
import io.argus.research.experiment.ClosedTrade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The books of one run: takes trades, interest, funding and corporate actions and enters them in the {@link Purse}, the
 * {@link Holdings} and the {@link Gains}. At any time equity is starting cash plus every source of gain less every source
 * of loss, and it is cash plus the market value of what is held; the two are kept apart so that a test can compare them.
 *
 * <p>A purchase of spot or an option turns cash into a holding, a sale of what is not held adds its proceeds to cash and
 * the same amount to the liability; futures are worth their unrealised result alone. Adding a bar costs O(what is held);
 * nothing is summed anew. For one thread.
 */
public final class Account {

    private static final double YEAR_MS = 365.0 * 86_400_000;

    private final AssetTable assets;
    private final double startingCash;
    private final Purse purse;
    private final Holdings holdings;
    private final HeldOptions options;
    private final Gains gains = new Gains();
    private final List<ClosedTrade> closed = new ArrayList<>();
    private double tradedNotional;

    public Account(AssetTable assets, double startingCash) {
        this.assets = assets;
        this.startingCash = startingCash;
        purse = new Purse(assets, startingCash);
        holdings = new Holdings(assets, purse);
        options = new HeldOptions(assets, holdings);
    }

    /** The index of what comes to be traded. */
    public int number(Asset asset) {
        int index = assets.number(asset);
        holdings.makeRoom();
        return index;
    }

    public double cash() {
        return purse.cash();
    }

    public double multiplier(int asset) {
        return holdings.multiplier(asset);
    }

    public double holding(int asset) {
        return holdings.quantity(asset);
    }

    /** Indices of what is held, ascending: as it is now, whatever is traded later. Read only. */
    public int[] held() {
        return holdings.held();
    }

    public boolean holdsNothing() {
        return holdings.held().length == 0;
    }

    /** What the options held can lose together, at their marks; to be read before anything is marked or traded again. */
    OptionRisks options() {
        return options.atMarks();
    }

    public double mark(int asset) {
        return holdings.mark(asset);
    }

    public void mark(int asset, double price) {
        holdings.mark(asset, price);
    }

    /** Price of the coin that an asset settles in; 1 for the account's currency, 0 while none is known. */
    public double rate(int asset) {
        return holdings.rate(asset);
    }

    public void priceCoin(int which, double price) {
        purse.price(which, price);
    }

    /** What is held at its mark; negative when short. */
    public double marketValue(int asset) {
        return holdings.marketValue(asset);
    }

    /** What a quantity stands for in the account currency: the price of spot and options, the exposure of futures. */
    public double notional(int asset, double quantity, double price) {
        return holdings.notional(asset, quantity, price);
    }

    public double equity() {
        return holdings.valueOnTopOf(purse.value());
    }

    /** What a quantity, negative when short, gains from one price to another, in the account currency. */
    public double gain(int asset, double quantity, double from, double to) {
        return holdings.gain(asset, quantity, from, to);
    }

    /** Equity if the asset were marked at another price. */
    public double equityAt(int asset, double price) {
        return holdings.quantity(asset) == 0
                ? equity()
                : equity() + holdings.valueAt(asset, price) - holdings.valueAt(asset, holdings.mark(asset));
    }

    /**
     * Result so far of everything done in an instrument and its options: what was received less what was paid, and what is
     * held.
     */
    public double profit(int instrument) {
        return holdings.valueOnTopOf(purse.flow(instrument), instrument);
    }

    /** The other side of the identity: starting cash and every source of gain and loss. */
    public double equityBySources() {
        return startingCash
                + gains.realized()
                + holdings.unrealized()
                + gains.funding()
                + gains.dividends()
                + gains.interest()
                - gains.borrowing()
                - gains.commissions()
                + purse.revaluation();
    }

    /** What was won and lost so far, by source. */
    public Gains gains() {
        return gains;
    }

    /** Gain of coin balances with the coin's price. */
    public double revaluation() {
        return purse.revaluation();
    }

    public double tradedNotional() {
        return tradedNotional;
    }

    /** How many lots were ever opened, which is the id of the latest. */
    public long lotsOpened() {
        return holdings.lots().opened();
    }

    /** Open lots, oldest first; a view. */
    public List<Lot> lots() {
        return holdings.open();
    }

    /** Closed trades in the order of their closing; a view. */
    public List<ClosedTrade> closedTrades() {
        return Collections.unmodifiableList(closed);
    }

    /**
     * Credits interest on cash, or charges it on debit, and charges borrowing on spot that is short at its mark.
     *
     * @return the interest as a fraction of the cash
     */
    public double accrue(long elapsedMs, double cashRateAnnual, double borrowRateAnnual) {
        double years = elapsedMs / YEAR_MS;
        double interest = cashRateAnnual * years;
        if (cashRateAnnual != 0) {
            double earned = purse.cash() * interest;
            gains.earnInterest(earned);
            purse.receive(earned);
        }
        for (int asset : holdings.held()) {
            if (holdings.quantity(asset) < 0 && assets.get(asset).spot()) {
                double paid = -marketValue(asset) * borrowRateAnnual * years;
                gains.payBorrowing(paid);
                pay(asset, paid);
            }
        }
        return interest;
    }

    /** Longs pay, shorts receive a fraction of the marked notional. */
    public void fund(int asset, double rateOfNotional) {
        double held = holdings.quantity(asset);
        double paid = Math.signum(held) * notional(asset, held, mark(asset)) * rateOfNotional / rate(asset);
        gains.earnFunding(-(paid * rate(asset)));
        pay(asset, paid);
        earn(asset, -paid);
    }

    /** A dividend for each unit, whose mark falls by it until the next price, then new units for old. */
    public void act(int asset, double dividend, double newUnitsForOld) {
        double received = holdings.quantity(asset) * multiplier(asset) * dividend;
        gains.earnDividend(received);
        pay(asset, -received);
        if (dividend < mark(asset)) {
            mark(asset, mark(asset) - dividend);
        }
        holdings.split(asset, newUnitsForOld);
    }

    /**
     * Books a trade: closes what it closes, opens what is left of it. What only opens costs the same whatever the number of
     * lots.
     *
     * @return the lot that it opened
     */
    public Optional<Lot> book(Trade trade) {
        int asset = trade.asset();
        // An option has been marked while it was held: that may be long ago.
        if (mark(asset) == 0 || (holding(asset) == 0 && assets.get(asset).option())) {
            mark(asset, trade.price());
        }
        double equityBefore = equityBefore(trade);
        double unitCommission = trade.commission() * rate(asset) / Math.abs(trade.quantity());
        double left = trade.quantity();
        // All lots of an asset lie on one side.
        if (holding(asset) * left < 0) {
            left = holdings.close(
                    asset, left, trade.closes(), (lot, part) -> closePart(lot, part, trade, unitCommission));
        }
        Optional<Lot> opened =
                left == 0 ? Optional.empty() : Optional.of(open(trade, left, equityBefore, unitCommission));
        opened.ifPresent(holdings::add);
        double price = holdings.settling(asset).paid(trade.price());
        pay(asset, trade.quantity() * multiplier(asset) * price + trade.commission());
        earn(asset, -trade.commission());
        gains.payCommission(trade.commission() * rate(asset));
        tradedNotional += notional(asset, trade.quantity(), trade.price());
        return opened;
    }

    /** Equity before the order: of its later legs too, when its first has been booked. */
    private double equityBefore(Trade trade) {
        Optional<Lot> first =
                trade.joins().isPresent() ? holdings.lots().find(trade.joins().getAsLong()) : Optional.empty();
        return first.isPresent() ? first.get().equityAtEntry() : equityAt(trade.asset(), trade.price());
    }

    private Lot open(Trade trade, double quantity, double equityBefore, double unitCommission) {
        long id = holdings.lots().nextId();
        return new Lot(
                id,
                trade.joins().orElse(id),
                trade.asset(),
                trade.tag(),
                quantity,
                trade.price(),
                trade.timeMs(),
                equityBefore,
                unitCommission,
                trade.protection());
    }

    private void closePart(Lot lot, double part, Trade trade, double unitCommission) {
        int asset = lot.asset();
        Settling settling = holdings.settling(asset);
        double sign = Math.signum(lot.quantity());
        double gain = sign * part * multiplier(asset) * settling.gain(lot.entryPrice(), trade.price());
        double gross = gain * rate(asset);
        gains.realize(gross);
        earn(asset, gain);
        if (settling != Settling.OWNED) {
            pay(asset, -gain);
        }
        closed.add(new ClosedTrade(
                lot.position(),
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
        purse.pay(holdings.coin(asset), holdings.listing(asset), amount);
    }

    private void earn(int asset, double amount) {
        purse.earn(holdings.coin(asset), amount);
    }
}
