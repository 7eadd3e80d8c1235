package io.argus.replay.strategies;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A put sold and one further down bought, from the order that opens them to their end. */
final class CreditSpread {

    private final long expiryMs;
    private final double soldStrike;
    private final double boughtStrike;
    private final String soldSymbol;
    private final String boughtSymbol;
    private final int contracts;
    private double credit;
    private double commission;
    private boolean open;
    private boolean closing;

    /**
     * @param soldRow the row of the put that is sold
     * @param boughtRow the row of the put that is bought
     */
    CreditSpread(OptionChain chain, int soldRow, int boughtRow, int contracts) {
        this.contracts = contracts;
        expiryMs = chain.expiryMs(soldRow);
        soldStrike = chain.strike(soldRow);
        boughtStrike = chain.strike(boughtRow);
        soldSymbol = chain.symbol(soldRow);
        boughtSymbol = chain.symbol(boughtRow);
    }

    /** What its orders are tagged with. */
    String tag() {
        return soldSymbol;
    }

    long expiryMs() {
        return expiryMs;
    }

    /** Whether nothing is held of either leg: one that nobody bids for may outlive the other. */
    boolean isFlat(MarketView market) {
        return market.holding(soldSymbol) == 0 && market.holding(boughtSymbol) == 0;
    }

    /** Between strikes, in price. */
    double width() {
        return soldStrike - boughtStrike;
    }

    /** What a unit brought, in price; known once it is {@link #open()}. */
    double credit() {
        return credit;
    }

    /** Of entry, for one contract of each leg, in the account currency. */
    double commission() {
        return commission;
    }

    boolean open() {
        return open;
    }

    boolean closing() {
        return closing;
    }

    Order entry() {
        return order(List.of(
                new Leg(soldSymbol, Side.SELL, Quantity.units(contracts)),
                new Leg(boughtSymbol, Side.BUY, Quantity.units(contracts))));
    }

    /** What closing costs in price: the ask of what was sold less the bid of what was bought; empty without an ask. */
    OptionalDouble closingDebit(OptionChain chain) {
        OptionalInt soldRow = chain.findRow(Right.PUT, soldStrike, expiryMs);
        if (soldRow.isEmpty() || !(chain.ask(soldRow.getAsInt()) > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(chain.ask(soldRow.getAsInt()) - boughtBid(chain));
    }

    /** Closes both legs; where nobody bids for the one that was bought it is left to expire. */
    Order exit(OptionChain chain) {
        closing = true;
        List<Leg> legs = new ArrayList<>(2);
        legs.add(new Leg(soldSymbol, Side.BUY, Quantity.all()));
        if (boughtBid(chain) > 0) {
            legs.add(new Leg(boughtSymbol, Side.SELL, Quantity.all()));
        }
        return order(legs);
    }

    /** Takes note of a leg's fill. */
    void filled(Fill fill) {
        boolean entering = fill.symbol().equals(soldSymbol) ? fill.side() == Side.SELL : fill.side() == Side.BUY;
        if (entering) {
            open = true;
            credit -= fill.side().sign() * fill.price();
            commission += fill.commission() / contracts;
        }
    }

    /** The order to close came to nothing; it may be tried again. */
    void stillOpen() {
        closing = false;
    }

    /** Somebody else closes it. */
    void taken() {
        closing = true;
    }

    private double boughtBid(OptionChain chain) {
        OptionalInt row = chain.findRow(Right.PUT, boughtStrike, expiryMs);
        return row.isPresent() && chain.bid(row.getAsInt()) > 0 ? chain.bid(row.getAsInt()) : 0;
    }

    private Order order(List<Leg> legs) {
        return new Order(tag(), legs, Execution.market(), OptionalLong.empty(), Protection.none());
    }
}
