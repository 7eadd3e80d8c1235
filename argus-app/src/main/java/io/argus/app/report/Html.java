package io.argus.app.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Text and numbers within a page. */
final class Html {

    /** What stands for a character that a page may not hold. */
    private static final int REPLACEMENT = 0xFFFD;

    private Html() {}

    /** A text that says what it says, whatever is in it. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(each) ? each : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** A text from outside, whose marks of direction do not turn what stands beside it. */
    static String isolated(String text) {
        return "<bdi>" + escaped(text) + "</bdi>";
    }

    /** Neither a control but white space, nor half of a pair, nor one that is no character. */
    private static boolean allowed(int character) {
        boolean control = Character.isISOControl(character) && "\t\n\f\r".indexOf(character) < 0;
        boolean none = (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        return !control && !none && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
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
