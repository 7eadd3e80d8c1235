package io.argus.domain.strategy;

/**
 * An open position as the strategy sees it.
 *
 * @param id what {@link Order#closing(long)} takes
 * @param quantity signed: negative when short
 */
public record Position(long id, String tag, String symbol, double quantity, double entryPrice, long openedMs) {}
