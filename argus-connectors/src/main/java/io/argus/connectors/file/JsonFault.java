package io.argus.connectors.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.argus.domain.DataException;

/** What keeps a text from being JSON, with its place, in a few words: the parser's own message runs over several lines. */
public final class JsonFault {

    private static final int LONGEST = 60;

    private JsonFault() {}

    /**
     * @param what the fault makes of the file, such as {@code is not JSON}
     */
    public static DataException of(String origin, String what, JacksonException fault) {
        return new DataException(place(origin, fault), what + ": " + inWords(fault), fault);
    }

    /**
     * Of a JSON text within a file, whose own place says nothing of the file's.
     *
     * @param field what the text is called
     */
    public static IllegalArgumentException within(String field, JacksonException fault) {
        return new IllegalArgumentException(place(field, fault) + ": is not whole JSON: " + inWords(fault), fault);
    }

    private static String place(String text, JacksonException fault) {
        return fault.getLocation() == null
                ? text
                : text + ":" + fault.getLocation().getLineNr() + ":"
                        + fault.getLocation().getColumnNr();
    }

    private static String inWords(JacksonException fault) {
        if (fault instanceof JsonEOFException) {
            return "it ends too early";
        }
        // "Unexpected character ('x' (code 120)): was expecting …": what was expected is never what was meant.
        String message = String.valueOf(fault.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("\\(('.')? ?\\(code (\\d+)[^)]*\\)\\)", "$1")
                .replaceFirst(": .*", "");
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }
}
