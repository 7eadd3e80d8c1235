package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.argus.domain.DataException;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;

/** Walks arrays of objects in a stream of JSON, a row at a time, and reads their values. */
final class JsonRows {

    private static final int USUAL_FIELDS = 16;

    private JsonRows() {}

    /** Reads one row; the parser stands on its opening brace, and afterwards on its closing one. */
    @FunctionalInterface
    interface Row {
        void read(int index) throws IOException;
    }

    /** Takes one value; the parser stands on it. Names that mean nothing are left alone. */
    @FunctionalInterface
    interface Field {
        void read(String name) throws IOException;
    }

    /**
     * Reads every row of the array that the parser stands on; nothing is an empty array.
     *
     * @throws DataException telling the row in which something is wrong
     */
    static void each(JsonParser parser, String origin, String section, Row row) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new DataException(origin, section + " must be an array");
        }
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            try {
                requireObject(parser);
                row.read(index);
            } catch (IllegalArgumentException e) {
                throw new DataException(origin, section + "[" + index + "]: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Reads every field of the object that the parser stands on.
     *
     * @throws IllegalArgumentException when it has one twice: nobody can tell which of the two was meant
     */
    static void fields(JsonParser parser, Field field) throws IOException {
        requireObject(parser);
        String[] seen = new String[USUAL_FIELDS];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            requireNew(seen, count, name);
            if (count == seen.length) {
                seen = Arrays.copyOf(seen, 2 * count);
            }
            seen[count++] = name;
            parser.nextToken();
            field.read(name);
            // What the field did not take.
            parser.skipChildren();
        }
    }

    /** Rows have few fields: looking through them is faster than a set of them. */
    private static void requireNew(String[] seen, int count, String name) {
        for (int i = 0; i < count; i++) {
            if (seen[i].equals(name)) {
                throw new IllegalArgumentException("has \"" + name + "\" twice");
            }
        }
    }

    /** The number that the parser stands on, NaN for null. */
    static double number(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = parser.getDoubleValue();
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException(parser.currentName() + " is beyond 1e308: " + shown(parser));
            }
            return value;
        }
        if (token == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        throw new IllegalArgumentException(parser.currentName() + " is not a number: " + shown(parser));
    }

    /** The whole number that the parser stands on, empty for null. */
    static OptionalLong whole(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return OptionalLong.of(parser.getLongValue());
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = parser.getDoubleValue();
            if (value == Math.rint(value) && Math.abs(value) < 0x1p63) {
                return OptionalLong.of((long) value);
            }
        }
        if (token == JsonToken.VALUE_NULL) {
            return OptionalLong.empty();
        }
        throw new IllegalArgumentException(parser.currentName() + " is not a whole number: " + shown(parser));
    }

    /** The text that the parser stands on, empty for null. */
    static String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        throw new IllegalArgumentException(parser.currentName() + " is not a text: " + shown(parser));
    }

    /** A number of which NaN says that it is missing. */
    static double required(double value, String name) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    static long required(OptionalLong value, String name) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.getAsLong();
    }

    /** How many of something, 0 where it is not told. */
    static int count(OptionalLong value, String name) {
        long count = value.orElse(0);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " is no count: " + count);
        }
        return (int) count;
    }

    static String required(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static void requireObject(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("an object is expected, not " + shown(parser));
        }
    }

    private static String shown(JsonParser parser) throws IOException {
        String text = String.valueOf(parser.getText());
        String shortened = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return parser.currentToken() == JsonToken.VALUE_STRING ? '"' + shortened + '"' : shortened;
    }
}
