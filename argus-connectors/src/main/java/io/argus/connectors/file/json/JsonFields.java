package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * Reads the values of keys. What is missing or null is absent, what is there must be of the type that its key has: a
 * figure that another program wrote as a text would otherwise be taken for one that it did not write.
 */
final class JsonFields {

    private static final String A_NUMBER = "a number";
    private static final String A_FINITE_NUMBER = "a finite number";
    private static final String A_WHOLE_NUMBER = "a whole number";
    private static final String AN_OBJECT = "an object";
    private static final String A_DATE = "a date such as 2024-01-31";
    private static final String A_TIME = "a time such as 2024-01-31T21:00:00Z";

    private JsonFields() {}

    static OptionalDouble number(JsonNode node, String key) {
        return number(node, key, A_NUMBER, value -> true);
    }

    /** A probability, or another number from 0 to 1. */
    static OptionalDouble share(JsonNode node, String key) {
        return number(node, key, "a number from 0 to 1", value -> value >= 0 && value <= 1);
    }

    /** A number that is not negative, such as a deviation. */
    static OptionalDouble size(JsonNode node, String key) {
        return number(node, key, "a number of at least 0", value -> value >= 0);
    }

    private static OptionalDouble number(JsonNode node, String key, String expected, DoublePredicate sound) {
        find(node, key, A_NUMBER, JsonNode::isNumber);
        find(node, key, A_FINITE_NUMBER, JsonFields::isFinite);
        Optional<JsonNode> value = find(node, key, expected, each -> sound.test(each.doubleValue()));
        return value.isPresent() ? OptionalDouble.of(value.get().doubleValue()) : OptionalDouble.empty();
    }

    static double number(JsonNode node, String key, double missing) {
        return number(node, key).orElse(missing);
    }

    static OptionalInt whole(JsonNode node, String key) {
        Optional<JsonNode> value = find(node, key, A_WHOLE_NUMBER, JsonFields::isWhole);
        return value.isPresent() ? OptionalInt.of(value.get().intValue()) : OptionalInt.empty();
    }

    static OptionalInt whole(JsonNode node, String key, int least) {
        OptionalInt value = whole(node, key);
        find(node, key, A_WHOLE_NUMBER + " of at least " + least, each -> each.intValue() >= least);
        return value;
    }

    /** A count of something, 0 where it is not told. */
    static long count(JsonNode node, String key) {
        return count(node, key, 0);
    }

    static long count(JsonNode node, String key, long missing) {
        return find(node, key, A_WHOLE_NUMBER, JsonFields::isCount)
                .map(JsonNode::longValue)
                .orElse(missing);
    }

    static String text(JsonNode node, String key, String missing) {
        return findText(node, key).orElse(missing);
    }

    static Optional<String> findText(JsonNode node, String key) {
        return find(node, key, "a text", JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** A text that must be there and not be blank. */
    static String words(JsonNode node, String key) {
        String text = text(node, key, "");
        if (text.isBlank()) {
            throw new WrongTypeException(node, "." + key, "a text that says something", node.path(key));
        }
        return text;
    }

    /** True or false, false where it is not told. */
    static boolean flag(JsonNode node, String key) {
        return find(node, key, "true or false", JsonNode::isBoolean)
                .map(JsonNode::booleanValue)
                .orElse(false);
    }

    static Optional<LocalDate> date(JsonNode node, String key) {
        return find(node, key, A_DATE, JsonFields::isDate).flatMap(JsonFields::findDate);
    }

    static Optional<Instant> time(JsonNode node, String key) {
        return find(node, key, A_TIME, value -> findTime(value).isPresent()).flatMap(JsonFields::findTime);
    }

    /** An object, empty where there is none. */
    static JsonNode object(JsonNode node, String key) {
        return find(node, key, AN_OBJECT, JsonNode::isObject).orElseGet(JsonDocuments::object);
    }

    /** A list, empty where there is none. */
    static JsonNode list(JsonNode node, String key) {
        return find(node, key, "a list", JsonNode::isArray).orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    /** The objects of a list. */
    static List<JsonNode> objects(JsonNode node, String key) {
        return items(node, key, AN_OBJECT, JsonNode::isObject);
    }

    /** The texts and objects of a list. */
    static List<JsonNode> textsOrObjects(JsonNode node, String key) {
        return items(node, key, "a text or an object", each -> each.isTextual() || each.isObject());
    }

    static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        list(node, key).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    static double[] numbers(JsonNode node, String key) {
        JsonNode list = list(node, key);
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            item(list, i, A_NUMBER, JsonNode::isNumber);
            values[i] = item(list, i, A_FINITE_NUMBER, JsonFields::isFinite).doubleValue();
        }
        return values;
    }

    static List<LocalDate> dates(JsonNode node, String key) {
        JsonNode list = list(node, key);
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            dates.add(LocalDate.parse(item(list, i, A_DATE, JsonFields::isDate).textValue()));
        }
        return dates;
    }

    private static Optional<JsonNode> find(JsonNode node, String key, String expected, Predicate<JsonNode> sound) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new WrongTypeException(node, "", AN_OBJECT, node);
        }
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!sound.test(value)) {
            throw new WrongTypeException(node, "." + key, expected, value);
        }
        return Optional.of(value);
    }

    private static List<JsonNode> items(JsonNode node, String key, String expected, Predicate<JsonNode> sound) {
        JsonNode list = list(node, key);
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(item(list, i, expected, sound));
        }
        return items;
    }

    private static JsonNode item(JsonNode list, int index, String expected, Predicate<JsonNode> sound) {
        JsonNode value = list.get(index);
        if (!sound.test(value)) {
            throw new WrongTypeException(list, "[" + index + "]", expected, value);
        }
        return value;
    }

    private static boolean isFinite(JsonNode value) {
        return Double.isFinite(value.doubleValue());
    }

    private static boolean isWhole(JsonNode value) {
        return value.canConvertToInt() && isCount(value);
    }

    private static boolean isCount(JsonNode value) {
        return value.isNumber()
                && value.canConvertToLong()
                && (value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue()));
    }

    private static boolean isDate(JsonNode value) {
        return findDate(value).isPresent();
    }

    private static Optional<LocalDate> findDate(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> findTime(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
