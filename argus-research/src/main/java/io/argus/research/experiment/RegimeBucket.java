package io.argus.research.experiment;

import java.util.Objects;

/**
 * What a run earned while its market was in one state.
 *
 * @param key {@code factor:value} such as {@code volatility:HIGH}, or several joined by {@code |}
 * @param pnl marked profit and loss of the bars, in the account currency
 * @param bars how many bars, or days where the bucket is counted in days
 */
public record RegimeBucket(String key, double pnl, long bars) {

    public RegimeBucket {
        Objects.requireNonNull(key, "key");
        if (bars < 0) {
            throw new IllegalArgumentException("bars of " + key + ": " + bars);
        }
    }
}
