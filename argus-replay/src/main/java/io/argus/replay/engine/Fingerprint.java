package io.argus.replay.engine;

import java.util.HexFormat;

/**
 * A hash over decisions, fills and equity, in the order in which they happened. Two runs that differ anywhere differ
 * here, but for one chance in 2^64. Mixing is that of SplitMix64 (Steele, Lea and Flood 2014).
 */
final class Fingerprint {

    private long state = 0x9E3779B97F4A7C15L;

    void add(long value) {
        long mixed = (state ^ value) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = mixed ^ (mixed >>> 31);
    }

    void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    void add(CharSequence value) {
        add(value.length());
        for (int i = 0; i < value.length(); i++) {
            add(value.charAt(i));
        }
    }

    String hex() {
        return HexFormat.of().toHexDigits(state);
    }
}
