package io.argus.connectors.secret;

import io.argus.domain.DataException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text of a secrets file: a YAML mapping of names to text. Messages give places and names, never the parser's own
 * words, which quote the line. While a file is read its text is in memory as the parser's strings, which cannot be
 * overwritten.
 */
final class SecretDocument {

    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");

    /** In characters: what is longer is not read. */
    static final int LONGEST = 1 << 20;

    private static final String HEADER = "# Kept by \"argus secrets set\". For its owner alone.\n";

    private SecretDocument() {}

    static SortedMap<String, char[]> read(String origin, byte[] bytes) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setCodePointLimit(LONGEST);
        SortedMap<String, char[]> secrets = new TreeMap<>();
        Node root;
        try {
            root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(text(bytes)));
        } catch (CharacterCodingException e) {
            throw new DataException(origin, "is not UTF-8 text; a secret in it would become another one", e);
        } catch (MarkedYAMLException e) {
            throw malformed(origin, Optional.ofNullable(e.getProblemMark()));
        } catch (YAMLException e) {
            throw malformed(origin, Optional.empty());
        }
        if (root == null) {
            return secrets;
        }
        if (!(root instanceof MappingNode mapping)) {
            throw malformed(origin, Optional.of(root.getStartMark()));
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)
                    || !(entry.getValueNode() instanceof ScalarNode value)
                    || !NAME.matcher(name.getValue()).matches()
                    || secrets.put(name.getValue(), value.getValue().toCharArray()) != null) {
                throw malformed(origin, Optional.of(entry.getKeyNode().getStartMark()));
            }
        }
        secrets.values().removeIf(value -> value.length == 0);
        return secrets;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        try {
            return text.toString();
        } finally {
            Arrays.fill(text.array(), '\0');
        }
    }

    static byte[] write(Map<String, char[]> secrets) {
        int length = secrets.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + 5 + 6 * entry.getValue().length)
                .sum();
        CharBuffer text = CharBuffer.allocate(HEADER.length() + length);
        text.put(HEADER);
        secrets.forEach((name, value) -> {
            text.put(name).put(": \"");
            for (char each : value) {
                put(text, each);
            }
            text.put("\"\n");
        });
        text.flip();
        byte[] room = new byte[4 * text.limit()];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(text, encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        Arrays.fill(text.array(), '\0');
        return bytes;
    }

    private static void put(CharBuffer text, char each) {
        if (each == '"' || each == '\\') {
            text.put('\\').put(each);
        } else if (each < ' ' || (each >= 0x7f && !Character.isSurrogate(each))) {
            text.put("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                text.put(Character.forDigit(each >> shift & 15, 16));
            }
        } else {
            text.put(each);
        }
    }

    private static DataException malformed(String origin, Optional<Mark> place) {
        String rule = "is no mapping of names to text; write one \"name: value\" a line, each name once";
        return place.map(mark -> new DataException(origin, mark.getLine() + 1L, rule))
                .orElseGet(() -> new DataException(origin, rule));
    }
}
