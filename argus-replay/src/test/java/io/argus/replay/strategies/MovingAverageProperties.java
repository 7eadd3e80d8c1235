package io.argus.replay.strategies;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Prices in cents, whose averages whole numbers can tell apart exactly. */
class MovingAverageProperties {

    @Property
    void oneLiesAboveAnotherAsInWholeNumbers(
            @ForAll @Size(min = 20, max = 200) List<@IntRange(min = 9_990, max = 10_010) Integer> cents,
            @ForAll @IntRange(min = 1, max = 9) int fastLength,
            @ForAll @IntRange(min = 10, max = 20) int slowLength) {
        MovingAverage fast = new MovingAverage(fastLength);
        MovingAverage slow = new MovingAverage(slowLength);
        for (int i = 0; i < cents.size(); i++) {
            fast.accept(cents.get(i) / 100.0);
            slow.accept(cents.get(i) / 100.0);
            if (i + 1 >= slowLength) {
                long fastSum = sum(cents.subList(i + 1 - fastLength, i + 1));
                long slowSum = sum(cents.subList(i + 1 - slowLength, i + 1));
                assertThat(fast.above(slow)).isEqualTo(fastSum * slowLength > slowSum * fastLength);
            }
        }
    }

    private static long sum(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).sum();
    }
}
