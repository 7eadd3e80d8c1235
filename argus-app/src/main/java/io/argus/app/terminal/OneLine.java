package io.argus.app.terminal;

import java.util.Locale;

/**
 * Shows a text that came from outside as it is: line breaks, other control characters and those that turn the direction of
 * writing stand there escaped, so that nobody takes the rest of the text for something else.
 */
public final class OneLine {

    private OneLine() {}

    public static String of(String text) {
        if (text.chars().noneMatch(OneLine::misleads)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.chars().forEach(each -> {
            switch (each) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (misleads(each)) {
                        shown.append(String.format(Locale.ROOT, "\\u%04x", each));
                    } else {
                        shown.append((char) each);
                    }
                }
            }
        });
        return shown.toString();
    }

    /** Line and paragraph separators are no control characters, but break lines too. */
    private static boolean misleads(int each) {
        return Character.isISOControl(each)
                || each == 0x2028
                || each == 0x2029
                || (each >= 0x202a && each <= 0x202e)
                || (each >= 0x2066 && each <= 0x2069);
    }
}
