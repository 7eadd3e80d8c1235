package io.argus.replay.execution;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TakenSizesTest {

    /** 0.1 and 0.2 are more than 0.3 to a computer. */
    @Property
    void partsInTenthsOfALotAddUpToTheSize(
            @ForAll @IntRange(min = 1, max = 1000) int first, @ForAll @IntRange(min = 1, max = 1000) int second) {
        double size = (first + second) / 10.0;

        assertThat(TakenSizes.within(size, first / 10.0 + second / 10.0)).isTrue();
        assertThat(TakenSizes.within(size, first / 10.0 + (second + 1) / 10.0)).isFalse();
        assertThat(TakenSizes.within(Double.POSITIVE_INFINITY, size)).isTrue();
    }
}
