package io.argus.app.terminal;

/** How many there are of something, in words. */
public final class Counted {

    private Counted() {}

    /**
     * "1 run", "2 runs".
     *
     * @param one what one of them is called; more have an s at the end
     */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** "1 strategy", "2 strategies". */
    public static String of(long count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
