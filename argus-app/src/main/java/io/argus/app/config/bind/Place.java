package io.argus.app.config.bind;

import java.util.Comparator;
import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where something stands.
 *
 * @param source a file or the name of an option
 * @param line counted from 1; 0 where the source as a whole is meant
 * @param column counted from 1; 0 where the source as a whole is meant
 */
public record Place(String source, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::source).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public Place {
        Objects.requireNonNull(source, "source");
    }

    /** The whole of a file, or an option. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    static Place of(String source, Mark mark) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Place of(String source, Node node) {
        return of(source, node.getStartMark());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, or the source alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
