package io.argus.evaluation.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** As where a host judges several sets at once, each on a thread of the pool that it gives. */
    @Example
    void whatTheExecutorNeverGetsToIsNotWaitedFor() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        AtomicInteger worked = new AtomicInteger();
        CompletableFuture.runAsync(
                        () -> new WorkSplit(waiting::add, 3).run(100, (from, to) -> worked.addAndGet(to - from)))
                .get(10, TimeUnit.SECONDS);
        waiting.forEach(Runnable::run);
        assertThat(waiting).hasSize(2);
        assertThat(worked).hasValue(100);
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
