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
        String place = fault.getLocation() == null
                ? origin
                : origin + ":" + fault.getLocation().getLineNr() + ":"
                        + fault.getLocation().getColumnNr();
        return new DataException(place, what + ": " + inWords(fault), fault);
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
