package io.argus.connectors.deribit.simulator;

import java.util.List;
import java.util.Optional;

/**
 * What the simulator's prices are: functions of time alone, so that whoever asks for the past twice is told the same,
 * and a test knows the truth. Safe for any number of threads.
 */
public interface SimulatedMarket {

    /** The coins that it trades. */
    List<String> currencies();

    /** What is listed at a time, in the order of the names. */
    List<SimulatedInstrument> listed(String currency, long nowMs);

    /** An instrument that is listed, or was. */
    Optional<SimulatedInstrument> find(String symbol, long nowMs);

    /** The price of a coin in dollars, which contracts settle at. */
    double index(String currency, long timeMs);

    /** The fair price of an instrument, in the unit in which it is quoted. */
    double mark(SimulatedInstrument instrument, long timeMs);

    /** The volatility that an option's fair price was made from, a decimal. */
    double impliedVolatility(SimulatedInstrument option, long timeMs);
}
