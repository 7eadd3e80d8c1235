package io.argus.app.config;

import io.argus.app.config.bind.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** A grid counts like an odometer. */
class GridProperties {

    @Property(tries = 100)
    void itsSizeIsTheProductOfItsAxes(@ForAll @Size(max = 5) List<@IntRange(min = 1, max = 6) Integer> lengths) {
        Grid grid = grid(lengths);

        assertThat(grid.size())
                .isEqualTo(lengths.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b));
        assertThat(grid.cells()).hasSize((int) grid.size());
        assertThat(new HashSet<>(grid.cells())).hasSize((int) grid.size());
    }

    @Property(tries = 100)
    void theLastParameterVariesFastest(@ForAll @Size(max = 5) List<@IntRange(min = 1, max = 6) Integer> lengths) {
        List<Integer> odometer = new ArrayList<>(lengths.stream().map(each -> 0).toList());
        for (Map<String, Object> cell : grid(lengths).cells()) {
            assertThat(new ArrayList<>(cell.values())).isEqualTo(odometer);
            advance(odometer, lengths);
        }
    }

    @Property(tries = 20)
    void aGridThatIsTooLargeToCountSaysSo(@ForAll @IntRange(min = 11, max = 30) int axes) {
        assertThat(grid(Collections.nCopies(axes, 100)).size()).isEqualTo(Long.MAX_VALUE);
    }

    private static void advance(List<Integer> odometer, List<Integer> lengths) {
        for (int i = odometer.size() - 1; i >= 0; i--) {
            odometer.set(i, (odometer.get(i) + 1) % lengths.get(i));
            if (odometer.get(i) != 0) {
                return;
            }
        }
    }

    /** Axes p0, p1, ... with the values 0, 1, ... */
    private static Grid grid(List<Integer> lengths) {
        Map<String, Grid.Axis> axes = new LinkedHashMap<>();
        for (int i = 0; i < lengths.size(); i++) {
            List<Object> values = new ArrayList<>();
            for (int value = 0; value < lengths.get(i); value++) {
                values.add(value);
            }
            axes.put("p" + i, new Grid.Axis(values, Place.of("test")));
        }
        return new Grid(axes);
    }
}
