package io.argus.evaluation.resampling;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkSplitProperties {

    @Property(tries = 200)
    void everyIndexIsWorkedOnOnce(
            @ForAll @IntRange(min = 1, max = 9) int parts, @ForAll @IntRange(min = 0, max = 300) int count) {
        AtomicIntegerArray worked = new AtomicIntegerArray(count);
        new WorkSplit(ForkJoinPool.commonPool(), parts).run(count, (from, to) -> {
            for (int i = from; i < to; i++) {
                worked.incrementAndGet(i);
            }
        });
        for (int i = 0; i < count; i++) {
            assertThat(worked.get(i)).isOne();
        }
    }

    @Example
    void whatFailsInAnyRangeFailsTheWhole() {
        WorkSplit split = new WorkSplit(ForkJoinPool.commonPool(), 3);
        for (int bad = 0; bad < 100; bad += 9) {
            int index = bad;
            assertThatThrownBy(() -> split.run(100, (from, to) -> {
                        if (from <= index && index < to) {
                            throw new IllegalStateException("index " + index);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("index " + index);
        }
    }
}
