package io.argus.replay.volatility;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What one snapshot gives.
 *
 * @param receivedMs when it was received
 * @param expiryMs the expiry nearest the target; empty where none was looked for
 * @param strike the one nearest the money of that expiry; empty without an expiry or a price of the underlying
 * @param withoutPuts whether that expiry has calls alone: they may give a volatility, and put spreads need more
 */
public record IvSnapshot(
        long receivedMs, OptionalLong expiryMs, OptionalDouble strike, boolean withoutPuts, IvReading reading) {}
