package io.argus.connectors.deribit.simulator;

import io.argus.domain.market.Bar;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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

    /** The volatility that belongs to an option's fair price, a decimal; empty where none does. */
    OptionalDouble impliedVolatility(SimulatedInstrument option, long timeMs);

    /** What a perpetual's longs pay for the hour that ends at a time, as a fraction; empty where nobody knows. */
    OptionalDouble fundingRate(SimulatedInstrument perpetual, long hourMs);

    /** What is bid and offered; empty where the exchange is to make a book around the fair price. */
    default Optional<SimulatedQuote> quote(SimulatedInstrument instrument, long timeMs) {
        return Optional.empty();
    }

    /** What was traded between two times; empty where the exchange is to make a bar of the fair prices. */
    default Optional<Bar> bar(SimulatedInstrument instrument, long openMs, long closeMs) {
        return Optional.empty();
    }

    /** At what a coin's contracts settled; empty where the exchange is to take the average of the index before. */
    default OptionalDouble settlement(String currency, long timeMs) {
        return OptionalDouble.empty();
    }
}
