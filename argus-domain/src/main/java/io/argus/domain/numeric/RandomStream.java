package io.argus.domain.numeric;

import java.util.random.RandomGenerator;

/**
 * One stream of {@link RandomStreams}. Not for use by several threads.
 *
 * <p>Of the JDK's generator only {@code nextLong} is used, whose sequence its algorithm fixes; how longs become
 * doubles, bounded integers and normal values is decided here and not by the release of the JDK.
 */
public final class RandomStream {

    private final RandomGenerator generator;

    RandomStream(RandomGenerator generator) {
        this.generator = generator;
    }

    /** Any long, all equally likely. */
    public long nextLong() {
        return generator.nextLong();
    }

    /** A multiple of 2^-53 from 0 up to, not including, 1, all equally likely. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * An integer from 0 up to, not including, the bound, all equally likely: D. Lemire's multiplication with rejection
     * (ACM Transactions on Modeling and Computer Simulation 29, 2019).
     *
     * @throws IllegalArgumentException unless the bound is positive
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("the bound must be positive: " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        long remainder = product & 0xFFFF_FFFFL;
        if (remainder < bound) {
            // Of the 2^32 equally likely draws this many must go, for the others to be a multiple of the bound.
            long surplus = (1L << 32) % bound;
            while (remainder < surplus) {
                product = (nextLong() >>> 32) * bound;
                remainder = product & 0xFFFF_FFFFL;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * A standard normal value by inversion through {@link StandardNormal#quantile}. Takes exactly one long, so that
     * streams stay in step whatever is drawn; values lie within 8.3 of 0.
     */
    public double nextGaussian() {
        // Halfway between multiples of 2^-52: symmetric about one half, and neither 0 nor 1.
        return StandardNormal.quantile(((nextLong() >>> 12) + 0.5) * 0x1p-52);
    }
}
