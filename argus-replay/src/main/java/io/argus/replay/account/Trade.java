package io.argus.replay.account;

import io.argus.domain.strategy.Protection;
import java.util.OptionalLong;

/**
 * A priced change of one holding, ready to be booked.
 *
 * @param asset index of what is traded
 * @param quantity signed: negative sells
 * @param price after slippage
 * @param commission in the settlement currency
 * @param closes the lot to close; empty to close the oldest first
 * @param joins the position that what it opens is a leg of; empty for a position of its own
 * @param reason why a lot that it closes was closed
 */
public record Trade(
        int asset,
        String tag,
        double quantity,
        double price,
        double commission,
        long timeMs,
        OptionalLong closes,
        OptionalLong joins,
        Protection protection,
        String reason) {}
