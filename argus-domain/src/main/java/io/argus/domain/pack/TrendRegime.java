package io.argus.domain.pack;

/** Direction of price by moving averages. */
public enum TrendRegime {
    /** The detector has not seen enough bars. */
    UNKNOWN,
    UP,
    DOWN,
    RANGE
}
