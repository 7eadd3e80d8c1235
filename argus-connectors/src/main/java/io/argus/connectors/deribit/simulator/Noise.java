package io.argus.connectors.deribit.simulator;

/** Numbers that look random and depend on nothing but what they are asked for. */
final class Noise {

    private Noise() {}

    /** From 0 up to, not including, the bound. */
    static int below(int bound, long... of) {
        return (int) Math.floorMod(mixed(of), (long) bound);
    }

    /** From -1 to 1. */
    static double around0(long... of) {
        return (mixed(of) >> 11) * 0x1.0p-52;
    }

    /** SplitMix64's finalizer over each number in turn. Source: Steele, Lea, Flood: Fast splittable PRNGs, 2014. */
    private static long mixed(long... of) {
        long state = 0x9E3779B97F4A7C15L;
        for (long each : of) {
            state += each * 0x9E3779B97F4A7C15L;
            state = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            state = (state ^ (state >>> 27)) * 0x94D049BB133111EBL;
            state ^= state >>> 31;
        }
        return state;
    }
}
