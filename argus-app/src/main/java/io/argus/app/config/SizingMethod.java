package io.argus.app.config;

/** How survivors are sized. */
public enum SizingMethod {
    /** Each by a fraction of its own growth-optimal size. */
    FRACTIONAL_KELLY
}
