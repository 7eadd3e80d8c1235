package io.argus.domain.strategy;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Regime;
import java.util.List;
import java.util.Optional;

/**
 * The world as it is known at one instant of a replay, or live. Read-only. Nothing in it lies in the future: asking for
 * what is not known yet throws. Valid during the call that it was given to.
 */
public interface MarketView {

    long nowMs();

    /** What the pack describes, in the order of the symbols. */
    List<Instrument> instruments();

    /**
     * @throws IllegalArgumentException when the pack has no such instrument
     */
    Instrument instrument(String symbol);

    /**
     * @return an empty history for an instrument without bars
     * @throws IllegalArgumentException when the pack has no such instrument
     */
    BarHistory bars(String symbol);

    /** Outcomes known now; an empty history when the pack has none at this horizon. */
    OutcomeHistory outcomes(String symbol, long horizonSeconds);

    /** The latest regime known. */
    Optional<Regime> findRegime(String symbol);

    /** The latest option chain received. */
    Optional<OptionChain> findChain(String underlying);

    /** What one option on an underlying is: its multiplier, its currencies and what trading it costs. */
    Optional<Instrument> findOptionTerms(String underlying);

    /** The part of the day now, for the instrument's own market. */
    Session session(String symbol);

    /** Money not tied up in positions. */
    double cash();

    /** Cash and positions at their marks. */
    double equity();

    /** Signed quantity held of an instrument or an option contract, over all its positions. */
    double holding(String symbol);

    /** Open positions, oldest first. */
    List<Position> positions();

    /** Orders of this strategy on the instrument or its options that neither filled nor came to nothing yet. */
    int pendingOrders(String symbol);
}
