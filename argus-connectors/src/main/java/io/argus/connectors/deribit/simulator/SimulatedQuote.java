package io.argus.connectors.deribit.simulator;

import java.util.OptionalDouble;

/**
 * The best prices of an instrument and how much of it there is at them; empty where nobody bids or offers, or nobody knows
 * how much.
 */
record SimulatedQuote(OptionalDouble bid, OptionalDouble bidSize, OptionalDouble ask, OptionalDouble askSize) {}
