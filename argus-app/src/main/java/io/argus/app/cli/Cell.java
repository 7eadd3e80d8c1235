package io.argus.app.cli;

import java.util.Locale;
import java.util.OptionalDouble;

/** What stands in a cell of a table for people. */
final class Cell {

    private Cell() {}

    /** The number, a dash where there is none. */
    static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? number(value.getAsDouble(), decimals) : "-";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The text, or as much of it as fits with two dots behind it. */
    static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 2) + "..";
    }
}
