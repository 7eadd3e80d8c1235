package io.argus.app.config.bind;

import io.argus.connectors.file.AtomicFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads YAML without building anything from it: no tags, few aliases, bounded size and depth. */
public final class Yaml {

    private static final long MOST_BYTES = 1_000_000;
    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 30;

    private Yaml() {}

    /** What a file binds to, and where every path of it stands. */
    public record Bound<T>(Optional<T> value, Reading reading) {

        /** Where a path stands, else what it belongs to, else the file. */
        public Place place(String path) {
            return reading.place(path);
        }
    }

    /** Reads a file; whatever is wrong goes to the problems. */
    public static <T> Bound<T> read(Shape<T> shape, Path file, Problems problems) {
        Reading reading = new Reading(file.toString(), problems);
        Optional<Node> node = compose(file, problems);
        return new Bound<>(node.flatMap(root -> reading.read(shape, root, "")), reading);
    }

    /** A file's topmost node; empty when there is none, and the problems say why. */
    static Optional<Node> compose(Path file, Problems problems) {
        Place place = Place.of(file.toString());
        try {
            if (Files.isDirectory(file)) {
                problems.add(place, "is a folder; a YAML file is expected");
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                problems.add(place, "is larger than " + MOST_BYTES + " bytes, which no configuration is");
                return Optional.empty();
            }
            Optional<Node> node = compose(file.toString(), Files.readString(file), problems);
            if (node.isEmpty() && problems.isEmpty()) {
                problems.add(place, "is empty");
            }
            return node;
        } catch (NoSuchFileException e) {
            problems.add(place, "no such file");
        } catch (CharacterCodingException e) {
            problems.add(place, "is not UTF-8 text");
        } catch (IOException e) {
            problems.add(place, "cannot be read: " + AtomicFiles.reason(e));
        }
        return Optional.empty();
    }

    /** A default of the program's own, which is a programmer's error when it is wrong. */
    static <T> T readTrusted(Shape<T> shape, String text, String name) {
        Problems problems = new Problems();
        Optional<T> value =
                compose(name, text, problems).flatMap(node -> new Reading(name, problems).read(shape, node, name));
        return value.orElseThrow(() -> new IllegalStateException("bad default of " + name + ": " + problems.list()));
    }

    private static Optional<Node> compose(String source, String text, Problems problems) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setNestingDepthLimit(DEEPEST);
        // Nodes are all that is made here, and Reading refuses their tags: together with all else that is wrong.
        limits.setTagInspector(tag -> true);
        try {
            return Optional.ofNullable(
                    new org.yaml.snakeyaml.Yaml(new SafeConstructor(limits)).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            Place place = e.getProblemMark() == null ? Place.of(source) : Place.of(source, e.getProblemMark());
            problems.add(place, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problems.add(Place.of(source), "is not acceptable YAML: " + firstLine(e));
        }
        return Optional.empty();
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
