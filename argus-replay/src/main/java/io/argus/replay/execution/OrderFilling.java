package io.argus.replay.execution;

import io.argus.replay.account.Lot;
import io.argus.replay.account.SizedLeg;
import io.argus.replay.account.Trade;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns an order whose legs all have their price into trades: all of them or none. */
final class OrderFilling {

    private final Sizing sizing;
    private final Booking booking;
    private final FeeBook fees;
    private final WorkingOrders orders;

    OrderFilling(Sizing sizing, Booking booking, FeeBook fees, WorkingOrders orders) {
        this.sizing = sizing;
        this.booking = booking;
        this.fees = fees;
        this.orders = orders;
    }

    /** Gives the lot that the last leg opened. */
    Optional<Lot> fill(WorkingOrder order, long knownMs) {
        Sizing.Sized sized = sizing.size(order);
        if (sized.refusal().isPresent()) {
            orders.reject(order, knownMs, sized.refusal().get());
            return Optional.empty();
        }
        Optional<Lot> opened = Optional.empty();
        OptionalLong position = OptionalLong.empty();
        for (int leg = 0; leg < order.legs().size(); leg++) {
            LegPrice.Priced at = order.price(leg);
            Trade trade = trade(order, leg, sized.leg(leg), position);
            opened = booking.book(trade, order.id(), at.slippage(), knownMs);
            if (position.isEmpty() && opened.isPresent()) {
                position = OptionalLong.of(opened.get().position());
            }
        }
        return opened;
    }

    private Trade trade(WorkingOrder order, int leg, SizedLeg sized, OptionalLong position) {
        LegPrice.Priced at = order.price(leg);
        double quantity = Math.abs(sized.quantity());
        double underlying = booking.underlyingPrice(sized.asset());
        return new Trade(
                sized.asset(),
                order.order().tag(),
                sized.quantity(),
                at.price(),
                fees.of(order.asset(leg)).commission(quantity, at.price(), underlying),
                at.timeMs(),
                order.order().closes(),
                position,
                order.order().protection(),
                order.sender().reason());
    }
}
