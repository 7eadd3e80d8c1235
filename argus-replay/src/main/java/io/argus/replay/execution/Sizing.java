package io.argus.replay.execution;

import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.account.Account;
import io.argus.replay.account.AssetTable;
import io.argus.replay.account.BuyingPower;
import io.argus.replay.account.Lot;
import io.argus.replay.account.MarginCheck;
import io.argus.replay.account.SizedLeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what an order asks for into whole lots at the prices it has met, or says why it cannot. */
final class Sizing {

    private final AssetTable assets;
    private final Account account;
    private final BuyingPower buyingPower;
    private final FeeBook fees;
    private final Booking booking;

    Sizing(AssetTable assets, Account account, BuyingPower buyingPower, FeeBook fees, Booking booking) {
        this.assets = assets;
        this.account = account;
        this.buyingPower = buyingPower;
        this.fees = fees;
        this.booking = booking;
    }

    /** The legs of an order with their sizes, or why it has none. */
    static final class Sized {

        private final List<SizedLeg> legs;
        private final Optional<LegPrice.Refused> refusal;

        private Sized(List<SizedLeg> legs, Optional<LegPrice.Refused> refusal) {
            this.legs = legs;
            this.refusal = refusal;
        }

        static Sized refused(Reason reason, String detail) {
            return new Sized(List.of(), Optional.of(new LegPrice.Refused(reason, detail)));
        }

        SizedLeg leg(int leg) {
            return legs.get(leg);
        }

        Optional<LegPrice.Refused> refusal() {
            return refusal;
        }
    }

    Sized size(WorkingOrder order) {
        int count = order.legs().size();
        List<SizedLeg> legs = new ArrayList<>(count);
        double cost = 0;
        for (int leg = 0; leg < count; leg++) {
            Leg wanted = order.legs().get(leg);
            int asset = account.number(order.asset(leg));
            LegPrice.Priced at = order.price(leg);
            if (account.rate(asset) == 0) {
                return Sized.refused(Reason.NO_QUOTE, "no price of the coin that " + wanted.symbol() + " settles in");
            }
            boolean closing = order.order().closes().isPresent() || wanted.quantity() == Quantity.all();
            double closable = closing ? closable(order, asset, wanted, legs) : 0;
            if (closing && closable == 0) {
                return Sized.refused(Reason.UNKNOWN_INSTRUMENT, "nothing is held to close in " + wanted.symbol());
            }
            double quantity = quantity(wanted.quantity(), asset, at.price(), closable);
            quantity = closing ? Math.min(quantity, closable) : quantity;
            if (quantity <= 0) {
                return Sized.refused(
                        Reason.INSUFFICIENT_FUNDS,
                        "the size rounds to nothing: a lot of " + wanted.symbol() + " is "
                                + order.asset(leg).spec().lotSize());
            }
            double taken = booking.taken().of(asset, wanted.side(), at.timeMs()) + sameSide(asset, wanted.side(), legs);
            if (!TakenSizes.within(at.available(), taken + quantity)) {
                return Sized.refused(
                        Reason.INSUFFICIENT_SIZE,
                        "of " + quantity + " wanted " + at.available() + " are quoted"
                                + (taken > 0 ? " and " + taken + " of them taken" : ""));
            }
            legs.add(new SizedLeg(asset, wanted.side().sign() * quantity, at.price()));
            cost += commission(asset, quantity, at.price());
        }
        return order.forced() ? new Sized(legs, Optional.empty()) : affordable(legs, cost);
    }

    private Sized affordable(List<SizedLeg> legs, double cost) {
        MarginCheck check = buyingPower.check(legs);
        if (!buyingPower.allowsNaked() && check.uncovers()) {
            return Sized.refused(
                    Reason.INSUFFICIENT_FUNDS, "leaves options short that nothing covers; allow_naked permits it");
        }
        double shortfall = check.shortfall(cost);
        if (shortfall > 0) {
            return Sized.refused(
                    Reason.INSUFFICIENT_FUNDS,
                    String.format(Locale.ROOT, "buying power falls short by %.2f", shortfall));
        }
        return new Sized(legs, Optional.empty());
    }

    /** What the leg can close: the named lot, or all lots on the other side, less what legs before it close of them. */
    private double closable(WorkingOrder order, int asset, Leg leg, List<SizedLeg> before) {
        double sum = 0;
        for (Lot lot : account.lots()) {
            boolean named =
                    order.order().closes().isEmpty() || order.order().closes().getAsLong() == lot.id();
            if (named && lot.asset() == asset && lot.quantity() * leg.side().sign() < 0) {
                sum += Math.abs(lot.quantity());
            }
        }
        return Math.max(0, sum - sameSide(asset, leg.side(), before));
    }

    /** What legs of the same order trade of an asset in the same direction. */
    private static double sameSide(int asset, Side side, List<SizedLeg> legs) {
        double sum = 0;
        for (int i = 0; i < legs.size(); i++) {
            boolean same = legs.get(i).asset() == asset && legs.get(i).quantity() * side.sign() > 0;
            sum += same ? Math.abs(legs.get(i).quantity()) : 0;
        }
        return sum;
    }

    private double quantity(Quantity asked, int asset, double price, double closable) {
        if (asked instanceof Quantity.Units units) {
            return lots(asset, units.units());
        }
        if (asked instanceof Quantity.FractionOfEquity fraction) {
            double unitCost = account.notional(asset, 1, price) + commission(asset, 1, price);
            double equity = account.equityAt(asset, price);
            return unitCost > 0 && equity > 0 ? lots(asset, fraction.fraction() * equity / unitCost) : 0;
        }
        return closable;
    }

    /** In the account currency. */
    private double commission(int asset, double quantity, double price) {
        return fees.of(assets.get(asset)).commission(quantity, price, booking.underlyingPrice(asset))
                * account.rate(asset);
    }

    private double lots(int asset, double quantity) {
        return assets.get(asset).spec().wholeLots(quantity);
    }
}
