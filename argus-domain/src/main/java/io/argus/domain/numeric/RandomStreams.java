package io.argus.domain.numeric;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams by number. A stream depends on the seed and its index alone, never on which others were
 * drawn before or on which thread, so that parallel work repeats exactly.
 *
 * <p>Within one seed, different indices never lead to the same generator state. Safe for any number of threads; the
 * streams themselves are not. The generator lives in the module {@code jdk.random}, which an image made with jlink must
 * contain.
 */
public record RandomStreams(long seed) {

    /** Finding a factory searches the providers, so it is done once. */
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS = generators();

    /** 2^64 divided by the golden ratio, made odd: multiples of it are spread evenly over all longs. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Java 17 looks for its own generators with the context class loader, which in a container may not see them. */
    private static RandomGeneratorFactory<RandomGenerator> generators() {
        Thread thread = Thread.currentThread();
        ClassLoader context = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return RandomGeneratorFactory.of("L64X128MixRandom");
        } finally {
            thread.setContextClassLoader(context);
        }
    }

    /** A new stream, at its beginning. */
    public RandomStream stream(long index) {
        return new RandomStream(GENERATORS.create(state(index)));
    }

    /**
     * Seeds and indices are mostly small neighbouring numbers. Adding them up would make stream 1 of seed 0 stream 0 of
     * seed 1, so the seed is mixed before the index comes in, and the sum again, so that neighbours share no bits. Every
     * step can be undone for a given seed, which is why no two indices meet.
     */
    private long state(long index) {
        return mixed(mixed(seed + SPREAD) + index * SPREAD);
    }

    /** The finalizer of SplitMix64, in which every bit of the argument moves about half of the result's. */
    private static long mixed(long value) {
        long bits = value;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
