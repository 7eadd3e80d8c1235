package io.argus.app.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Text and numbers within a page. */
final class Html {

    private Html() {}

    /** A text that says what it says, whatever is in it. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(each);
            }
        }
        return safe.toString();
    }

    /** With so many decimals, or a dash where there is none. */
    static String number(OptionalDouble value, int decimals) {
        return value.isPresent() ? number(value.getAsDouble(), decimals) : "–";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String percent(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble(), 1) + " %" : "–";
    }
}
