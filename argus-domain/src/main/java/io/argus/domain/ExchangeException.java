package io.argus.domain;

import java.util.Objects;
import java.util.OptionalInt;

/** An exchange that answered with an error, or with nothing that can be understood. */
public final class ExchangeException extends ArgusException {

    private static final long serialVersionUID = 1L;

    /** What to do about the error. */
    public enum Retry {
        /** It passes by itself: send the request again, later each time. */
        BACK_OFF,
        /** The credentials or their session are not, or no longer, good: authenticate once more, then give up. */
        AUTHENTICATE,
        /** It may pass, but not soon, or somebody must look at it. */
        WAIT,
        /** The same request would fail again. */
        NEVER
    }

    private final int code;
    private final boolean coded;
    private final String request;
    private final Retry retry;

    /**
     * @param exchange who answered
     * @param request the method, without parameters that could be secret
     * @param code the exchange's own, empty when the answer was none of its errors
     */
    public ExchangeException(
            String exchange, String request, OptionalInt code, String message, Retry retry, Throwable cause) {
        this(exchange, request, code, message, retry);
        initCause(cause);
    }

    /** An error without another behind it. */
    public ExchangeException(String exchange, String request, OptionalInt code, String message, Retry retry) {
        super(exchange + " " + request + ": " + message + (code.isPresent() ? " (" + code.getAsInt() + ")" : ""));
        this.code = code.orElse(0);
        coded = code.isPresent();
        this.request = Objects.requireNonNull(request, "request");
        this.retry = Objects.requireNonNull(retry, "retry");
    }

    /** The exchange's own code; empty when the answer was none of its errors, such as a page of HTML. */
    public OptionalInt code() {
        return coded ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** The method that was called. */
    public String request() {
        return request;
    }

    public Retry retry() {
        return retry;
    }
}
