package io.argus.domain.numeric;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class RandomStreamsTest {

    private static final int DRAWS = 200_000;

    /** The longs were also computed outside Java, from the published algorithm. A change here changes every result. */
    @Test
    void drawsWhatItAlwaysDrew() {
        RandomStream stream = new RandomStreams(42).stream(7);
        assertThat(LongStream.generate(stream::nextLong).limit(3))
                .containsExactly(-6429785740601014204L, 8694838305379620687L, -3735000239739457942L);
        assertThat(stream.nextDouble()).isEqualTo(0.2257088758398731);
        assertThat(stream.nextInt(1000)).isEqualTo(345);
        assertThat(stream.nextGaussian()).isEqualTo(-1.891961949479541);
    }

    @Test
    void neighbouringSeedsAndIndicesDiffer() {
        Set<Long> first = new HashSet<>();
        for (long seed = -50; seed < 50; seed++) {
            RandomStreams streams = new RandomStreams(seed);
            for (long index = -50; index < 50; index++) {
                first.add(streams.stream(index).nextLong());
            }
        }
        assertThat(first).hasSize(10_000);
    }

    @Test
    void neighbouringStreamsDoNotMoveTogether() {
        RandomStreams streams = new RandomStreams(2024);
        double product = 0;
        for (int index = 0; index < DRAWS; index++) {
            product += streams.stream(index).nextGaussian()
                    * streams.stream(index + 1L).nextGaussian();
        }
        assertThat(product / DRAWS).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 100, 1000})
    void integersAreUniform(int bound) {
        RandomStream stream = new RandomStreams(1).stream(bound);
        int[] counts = new int[bound];
        for (int i = 0; i < DRAWS; i++) {
            counts[stream.nextInt(bound)]++;
        }
        assertUniform(counts);
    }

    /** Three quarters of 2^31: without rejection every third value would come up twice as often as the others. */
    @Test
    void largeBoundsAreUniformToo() {
        int bound = 3 << 29;
        RandomStream stream = new RandomStreams(2).stream(0);
        int[] remainders = new int[3];
        int[] parts = new int[64];
        for (int i = 0; i < DRAWS; i++) {
            int drawn = stream.nextInt(bound);
            remainders[drawn % 3]++;
            parts[(int) (64L * drawn / bound)]++;
        }
        assertUniform(remainders);
        assertUniform(parts);
    }

    @Test
    void theFirstDrawsOfManyStreamsAreUniform() {
        RandomStreams streams = new RandomStreams(3);
        int[] counts = new int[256];
        for (int index = 0; index < DRAWS; index++) {
            counts[(int) (streams.stream(index).nextDouble() * counts.length)]++;
        }
        assertUniform(counts);
    }

    @Test
    void doublesAreUniform() {
        RandomStream stream = new RandomStreams(4).stream(0);
        int[] counts = new int[1000];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) (stream.nextDouble() * counts.length)]++;
        }
        assertUniform(counts);
    }

    @Test
    void normalValuesHaveTheMomentsOfTheirDistribution() {
        RandomStream stream = new RandomStreams(5).stream(0);
        double[] powers = new double[5];
        int[] counts = new int[200];
        for (int i = 0; i < DRAWS; i++) {
            double value = stream.nextGaussian();
            double power = 1;
            for (int k = 0; k < powers.length; k++) {
                powers[k] += power / DRAWS;
                power *= value;
            }
            counts[(int) (StandardNormal.cumulative(value) * counts.length)]++;
        }
        double error = 5 / Math.sqrt(DRAWS);
        assertThat(powers[1]).isCloseTo(0, within(error));
        assertThat(powers[2]).isCloseTo(1, within(error * Math.sqrt(2)));
        assertThat(powers[3]).isCloseTo(0, within(error * Math.sqrt(15)));
        assertThat(powers[4]).isCloseTo(3, within(error * Math.sqrt(96)));
        assertUniform(counts);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void anIntegerNeedsAPositiveBound(int bound) {
        RandomStream stream = new RandomStreams(0).stream(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream.nextInt(bound))
                .withMessageEndingWith(" " + bound);
    }

    /** Chi-square within five standard deviations of its mean. */
    private static void assertUniform(int[] counts) {
        double expected = (double) DRAWS / counts.length;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        int degrees = counts.length - 1;
        assertThat(chiSquare).isCloseTo(degrees, within(5 * Math.sqrt(2.0 * degrees) + 5));
    }
}
