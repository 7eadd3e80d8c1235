package io.argus.replay.account;

/**
 * What a leg of an order would trade.
 *
 * @param asset index of what is traded
 * @param quantity signed: negative sells
 * @param price after slippage
 */
public record SizedLeg(int asset, double quantity, double price) {}
