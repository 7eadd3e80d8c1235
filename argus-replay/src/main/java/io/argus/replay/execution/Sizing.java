package io.argus.replay.execution;

import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.replay.account.Account;
import io.argus.replay.account.BuyingPower;
import io.argus.replay.account.Lot;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what an order asks for into whole lots at the prices it has met, or says why it cannot. */
final class Sizing {

    private final List<Listing> listings;
    private final Account account;
    private final BuyingPower buyingPower;
    private final Fees[] fees;

    Sizing(List<Listing> listings, Account account, Fees[] fees) {
        this.listings = listings;
        this.account = account;
        this.fees = fees;
        buyingPower = new BuyingPower(account);
    }

    /** Quantities by leg, positive, or why there are none. */
    record Sized(List<Double> quantities, Optional<LegPrice.Refused> refusal) {

        double quantity(int leg) {
            return quantities.get(leg);
        }

        static Sized refused(Reason reason, String detail) {
            return new Sized(List.of(), Optional.of(new LegPrice.Refused(reason, detail)));
        }
    }

    Sized size(WorkingOrder order) {
        int legs = order.legs().size();
        Double[] quantities = new Double[legs];
        double[] change = new double[listings.size()];
        double[] price = new double[listings.size()];
        Arrays.setAll(price, account::mark);
        double cost = 0;
        for (int leg = 0; leg < legs; leg++) {
            Leg wanted = order.legs().get(leg);
            int instrument = order.instrument(leg);
            double unitPrice = order.price(leg).price();
            double closable = closable(order, instrument, wanted);
            boolean closing = order.order().closes().isPresent() || wanted.quantity() == Quantity.all();
            if (closing && closable == 0) {
                return Sized.refused(Reason.UNKNOWN_INSTRUMENT, "nothing is held to close in " + wanted.symbol());
            }
            double quantity = quantity(wanted.quantity(), instrument, unitPrice, closable);
            quantity = closing ? Math.min(quantity, closable) : quantity;
            if (quantity <= 0) {
                return Sized.refused(
                        Reason.INSUFFICIENT_FUNDS,
                        "the size rounds to nothing: a lot of " + wanted.symbol() + " is "
                                + listings.get(instrument).instrument().spec().lotSize());
            }
            quantities[leg] = quantity;
            change[instrument] += wanted.side().sign() * quantity;
            price[instrument] = unitPrice;
            cost += fees[instrument].commission(quantity, unitPrice, 0);
        }
        double shortfall = buyingPower.shortfall(change, price, cost);
        if (shortfall > 0 && !order.forced()) {
            return Sized.refused(
                    Reason.INSUFFICIENT_FUNDS,
                    String.format(Locale.ROOT, "buying power falls short by %.2f", shortfall));
        }
        return new Sized(List.of(quantities), Optional.empty());
    }

    /** What the leg can close: the named lot, or all lots on the other side. */
    private double closable(WorkingOrder order, int instrument, Leg leg) {
        double sum = 0;
        for (Lot lot : account.lots()) {
            boolean named =
                    order.order().closes().isEmpty() || order.order().closes().getAsLong() == lot.id();
            if (named
                    && lot.instrument() == instrument
                    && lot.quantity() * leg.side().sign() < 0) {
                sum += Math.abs(lot.quantity());
            }
        }
        return sum;
    }

    private double quantity(Quantity asked, int instrument, double price, double closable) {
        if (asked instanceof Quantity.Units units) {
            return lots(instrument, units.units());
        }
        if (asked instanceof Quantity.FractionOfEquity fraction) {
            double multiplier = account.multiplier(instrument);
            double unitCost = price * multiplier + fees[instrument].commission(1, price, 0);
            double equity = account.equityAt(instrument, price);
            return unitCost > 0 && equity > 0 ? lots(instrument, fraction.fraction() * equity / unitCost) : 0;
        }
        return closable;
    }

    private double lots(int instrument, double quantity) {
        return listings.get(instrument).instrument().spec().wholeLots(quantity);
    }
}
