package io.argus.domain.market;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class BarSeriesProperties {

    /** A series takes its builder's columns, and the builder may go on. */
    @Property(tries = 200)
    void whatWasBuiltStaysAsItsBuilderGoesOn(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 400) Integer> added,
            @ForAll @IntRange(max = 600) int expected) {
        BarSeries.Builder builder = BarSeries.builder("SPX", 1_000).expecting(expected);
        List<BarSeries> built = new ArrayList<>();
        for (int count : added) {
            for (int i = 0; i < count; i++) {
                add(builder);
            }
            built.add(builder.build());
        }
        int size = 0;
        for (int i = 0; i < built.size(); i++) {
            size += added.get(i);
            assertThat(built.get(i)).isEqualTo(bars(size));
        }
    }

    private static BarSeries bars(int count) {
        BarSeries.Builder builder = BarSeries.builder("SPX", 1_000);
        for (int i = 0; i < count; i++) {
            add(builder);
        }
        return builder.build();
    }

    private static void add(BarSeries.Builder builder) {
        int bar = builder.size();
        builder.add(1_000L * bar, 1_000L * (bar + 1), 100 + bar, 102 + bar, 99 + bar, 101 + bar, bar);
    }
}
