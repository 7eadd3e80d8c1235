package io.argus.domain;

/** Input data that cannot be read: where it came from, the line when there is one, and what is wrong. */
public final class DataException extends ArgusException {

    private static final long serialVersionUID = 1L;

    public DataException(String origin, String message) {
        super(origin + ": " + message);
    }

    /**
     * @param line counted from 1, the header included
     */
    public DataException(String origin, long line, String message) {
        super(origin + ":" + line + ": " + message);
    }

    public DataException(String origin, String message, Throwable cause) {
        super(origin + ": " + message, cause);
    }
}
