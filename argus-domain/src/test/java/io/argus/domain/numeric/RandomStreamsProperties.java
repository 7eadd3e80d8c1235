package io.argus.domain.numeric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class RandomStreamsProperties {

    @Property
    void aStreamDependsOnSeedAndIndexAlone(@ForAll long seed, @ForAll @Size(max = 8) Set<Long> indices) {
        List<Long> order = new ArrayList<>(indices);
        Map<Long, List<Number>> forwards = draw(new RandomStreams(seed), order);
        Collections.reverse(order);
        RandomStreams used = new RandomStreams(seed);
        used.stream(0).nextLong();
        assertThat(draw(used, order)).isEqualTo(forwards);
    }

    @Property
    void otherIndicesGiveOtherDraws(@ForAll long seed, @ForAll long one, @ForAll long other) {
        RandomStreams streams = new RandomStreams(seed);
        assertThat(streams.stream(one).nextLong() == streams.stream(other).nextLong())
                .isEqualTo(one == other);
    }

    @Property
    void otherSeedsGiveOtherDraws(@ForAll long one, @ForAll long other, @ForAll long index) {
        assertThat(new RandomStreams(one).stream(index).nextLong()
                        == new RandomStreams(other).stream(index).nextLong())
                .isEqualTo(one == other);
    }

    @Property
    void drawsStayInRange(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        RandomStream stream = new RandomStreams(seed).stream(bound);
        for (int i = 0; i < 20; i++) {
            assertThat(stream.nextDouble()).isGreaterThanOrEqualTo(0).isLessThan(1);
            assertThat(stream.nextInt(bound)).isBetween(0, bound - 1);
            assertThat(stream.nextGaussian()).isBetween(-8.3, 8.3);
        }
    }

    @Property
    void aNormalValueTakesOneLong(@ForAll long seed) {
        RandomStream counted = new RandomStreams(seed).stream(0);
        RandomStream drawn = new RandomStreams(seed).stream(0);
        for (int i = 0; i < 5; i++) {
            counted.nextLong();
            drawn.nextGaussian();
        }
        assertThat(drawn.nextLong()).isEqualTo(counted.nextLong());
    }

    private static Map<Long, List<Number>> draw(RandomStreams streams, List<Long> indices) {
        Map<Long, List<Number>> drawn = new HashMap<>();
        for (long index : indices) {
            RandomStream stream = streams.stream(index);
            drawn.put(
                    index, List.of(stream.nextLong(), stream.nextDouble(), stream.nextInt(77), stream.nextGaussian()));
        }
        return drawn;
    }
}
