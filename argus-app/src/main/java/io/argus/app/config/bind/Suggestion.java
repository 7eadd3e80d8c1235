package io.argus.app.config.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that was probably meant. */
public final class Suggestion {

    private Suggestion() {}

    /** The known name with the fewest edits, when these are few enough to be a slip. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String each) -> edits(name, each)).thenComparing(each -> each))
                .filter(each -> edits(name, each) <= Math.max(2, name.length() / 3));
    }

    /** {@code ; did you mean X?}, or nothing when no known name is near. */
    public static String question(String name, Collection<String> known) {
        return nearest(name, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** As {@link #question}, and where no known name is near: {@code ; there are X, Y}. */
    public static String orAll(String name, Collection<String> known) {
        String question = question(name, known);
        return question.isEmpty() ? "; there are " + String.join(", ", known) : question;
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
