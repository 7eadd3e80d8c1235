package io.argus.replay.account;

import io.argus.domain.experiment.ClosedTrade;
import io.argus.domain.market.Instrument;
import io.argus.domain.strategy.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The money and the lots of one run. At any time equity is starting cash plus realised and unrealised results plus
 * interest less borrowing and commissions, and it is cash plus the market value of what is held; the two are kept apart
 * so that a test can compare them.
 *
 * <p>Spot only: a purchase turns cash into a holding, a short sale adds its proceeds to cash and the same amount to the
 * liability. Adding a bar costs O(instruments); nothing is summed anew. For one thread.
 */
public final class Account {

    private static final double YEAR_MS = 365.0 * 86_400_000;

    private final List<Instrument> instruments;
    private final double startingCash;
    private final double[] multiplier;
    private final double[] holding;
    private final double[] mark;
    private final double[] cashFlow;
    private final List<Lot> lots = new ArrayList<>();
    private final List<ClosedTrade> closed = new ArrayList<>();
    private double cash;
    private double realized;
    private double commissions;
    private double interest;
    private double borrowing;
    private double tradedNotional;
    private long lotsOpened;

    public Account(List<Instrument> instruments, double startingCash) {
        this.instruments = instruments;
        this.startingCash = startingCash;
        int count = instruments.size();
        multiplier = new double[count];
        Arrays.setAll(multiplier, i -> instruments.get(i).spec().multiplier());
        holding = new double[count];
        mark = new double[count];
        cashFlow = new double[count];
        cash = startingCash;
    }

    public double cash() {
        return cash;
    }

    public double multiplier(int instrument) {
        return multiplier[instrument];
    }

    public double holding(int instrument) {
        return holding[instrument];
    }

    public double mark(int instrument) {
        return mark[instrument];
    }

    public void mark(int instrument, double price) {
        mark[instrument] = price;
    }

    /** What is held of the instrument at its mark; negative when short. */
    public double marketValue(int instrument) {
        return holding[instrument] * multiplier[instrument] * mark[instrument];
    }

    public double equity() {
        double equity = cash;
        for (int i = 0; i < holding.length; i++) {
            equity += marketValue(i);
        }
        return equity;
    }

    /** Equity if the instrument were marked at another price. */
    public double equityAt(int instrument, double price) {
        return equity() + holding[instrument] * multiplier[instrument] * (price - mark[instrument]);
    }

    /** Result so far of everything done in the instrument: what was received less what was paid, and what is held. */
    public double profit(int instrument) {
        return cashFlow[instrument] + marketValue(instrument);
    }

    /** The other side of the identity: starting cash and every source of gain and loss. */
    public double equityBySources() {
        return startingCash + realized + unrealized() + interest - borrowing - commissions;
    }

    public double unrealized() {
        double sum = 0;
        for (Lot lot : lots) {
            sum += lot.quantity() * multiplier[lot.instrument()] * (mark[lot.instrument()] - lot.entryPrice());
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

    public double tradedNotional() {
        return tradedNotional;
    }

    /** How many lots were ever opened, which is the id of the latest. */
    public long lotsOpened() {
        return lotsOpened;
    }

    /** Open lots, oldest first; a view. */
    public List<Lot> lots() {
        return Collections.unmodifiableList(lots);
    }

    /** Closed trades in the order of their closing; a view. */
    public List<ClosedTrade> closedTrades() {
        return Collections.unmodifiableList(closed);
    }

    /** Credits interest on cash, or charges it on debit, and charges borrowing on what is short at its mark. */
    public void accrue(long elapsedMs, double cashRateAnnual, double borrowRateAnnual) {
        double years = elapsedMs / YEAR_MS;
        double earned = cash * cashRateAnnual * years;
        interest += earned;
        cash += earned;
        for (int i = 0; i < holding.length; i++) {
            if (holding[i] < 0) {
                double paid = -marketValue(i) * borrowRateAnnual * years;
                borrowing += paid;
                cash -= paid;
                cashFlow[i] -= paid;
            }
        }
    }

    /**
     * Books a trade: closes what it closes, opens what is left of it.
     *
     * @return the lot that it opened
     */
    public Optional<Lot> book(Trade trade) {
        int instrument = trade.instrument();
        double equityBefore = equityAt(instrument, trade.price());
        double unitCommission = trade.commission() / Math.abs(trade.quantity());
        double left = close(trade, unitCommission);
        Optional<Lot> opened = left == 0
                ? Optional.empty()
                : Optional.of(new Lot(
                        ++lotsOpened,
                        instrument,
                        trade.tag(),
                        left,
                        trade.price(),
                        trade.timeMs(),
                        equityBefore,
                        unitCommission,
                        trade.protection()));
        opened.ifPresent(lots::add);
        double paid = trade.quantity() * trade.price() * multiplier[instrument];
        cash -= paid + trade.commission();
        cashFlow[instrument] -= paid + trade.commission();
        commissions += trade.commission();
        tradedNotional += Math.abs(paid);
        holding[instrument] = heldInLots(instrument);
        return opened;
    }

    private double close(Trade trade, double unitCommission) {
        double left = trade.quantity();
        for (int i = 0; i < lots.size() && left != 0; ) {
            Lot lot = lots.get(i);
            boolean named = trade.closes().isEmpty() || trade.closes().getAsLong() == lot.id();
            boolean opposite = lot.instrument() == trade.instrument() && lot.quantity() * left < 0;
            if (!named || !opposite) {
                i++;
                continue;
            }
            double part = Math.min(Math.abs(lot.quantity()), Math.abs(left));
            closePart(lot, part, trade, unitCommission);
            double sign = Math.signum(lot.quantity());
            left += sign * part;
            if (part == Math.abs(lot.quantity())) {
                lots.remove(i);
            } else {
                lot.reduceTo(lot.quantity() - sign * part);
            }
        }
        return left;
    }

    private void closePart(Lot lot, double part, Trade trade, double unitCommission) {
        double sign = Math.signum(lot.quantity());
        double gross = sign * part * multiplier[lot.instrument()] * (trade.price() - lot.entryPrice());
        realized += gross;
        closed.add(new ClosedTrade(
                lot.id(),
                instruments.get(lot.instrument()).symbol(),
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

    /** Summed anew at a trade, so that closing everything leaves exactly nothing. */
    private double heldInLots(int instrument) {
        double sum = 0;
        for (Lot lot : lots) {
            sum += lot.instrument() == instrument ? lot.quantity() : 0;
        }
        return sum;
    }
}
