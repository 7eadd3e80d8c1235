package io.argus.domain.pack;

/** Realised volatility against its own trailing history. */
public enum VolatilityRegime {
    /** The detector has not seen enough bars. */
    UNKNOWN,
    LOW,
    NORMAL,
    HIGH,
    SPIKE
}
