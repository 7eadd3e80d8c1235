package io.argus.app.config;

import io.argus.app.config.bind.Place;
import io.argus.app.config.bind.Problems;
import io.argus.app.config.bind.Yaml;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Values to try of each parameter, in the order written. Every combination is a cell; like an odometer, the last
 * parameter varies fastest.
 */
public record Grid(Map<String, Axis> axes) {

    private static final Grid NONE = new Grid(Map.of());

    /**
     * The values of a parameter.
     *
     * @param values at least one: texts, or decimals of a range
     * @param place where the parameter's name stands
     */
    public record Axis(List<Object> values, Place place) {

        public Axis {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a swept parameter needs at least one value");
            }
            Objects.requireNonNull(place, "place");
        }
    }

    public Grid {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    }

    /** A grid of one empty cell. */
    public static Grid none() {
        return NONE;
    }

    /** A grid from a file of its own; whatever is wrong goes to the problems. */
    public static Grid read(Path file, Problems problems) {
        return Yaml.read(new GridShape(false), file, problems).value().orElse(NONE);
    }

    public boolean isEmpty() {
        return axes.isEmpty();
    }

    /** The number of cells; {@link Long#MAX_VALUE} where there are more. */
    public long size() {
        long size = 1;
        for (Axis axis : axes.values()) {
            long high = Math.multiplyHigh(size, axis.values().size());
            size = high == 0 && size * axis.values().size() >= 0
                    ? size * axis.values().size()
                    : Long.MAX_VALUE;
        }
        return size;
    }

    /** With the other's parameters behind these. */
    public Grid plus(Grid other) {
        Map<String, Axis> all = new LinkedHashMap<>(axes);
        all.putAll(other.axes);
        return new Grid(all);
    }

    /**
     * All cells, made as they are asked for.
     *
     * @throws ArithmeticException when there are more than an index can count
     */
    public List<Map<String, Object>> cells() {
        int size = Math.toIntExact(size());
        return new AbstractList<>() {
            @Override
            public Map<String, Object> get(int index) {
                return cell(Objects.checkIndex(index, size));
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private Map<String, Object> cell(int index) {
        List<String> names = new ArrayList<>(axes.keySet());
        Map<String, Object> reversed = new LinkedHashMap<>();
        int left = index;
        Collections.reverse(names);
        for (String name : names) {
            List<Object> values = Objects.requireNonNull(axes.get(name)).values();
            reversed.put(name, values.get(left % values.size()));
            left /= values.size();
        }
        Map<String, Object> cell = new LinkedHashMap<>();
        axes.keySet().forEach(name -> cell.put(name, reversed.getOrDefault(name, "")));
        return cell;
    }
}
