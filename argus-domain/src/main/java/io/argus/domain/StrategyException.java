package io.argus.domain;

import java.util.Objects;

/** A strategy failed: its run has no result, and no other run is the worse for it. */
public final class StrategyException extends ArgusException {

    private static final long serialVersionUID = 1L;

    /** How a strategy can fail. */
    public enum Kind {
        /** It threw something. */
        THREW,
        /** It asked its market for more than any rule needs within one decision, or did not come back from one. */
        LOOPED,
        /** It answered with something that is no list of orders, or with far too many. */
        NONSENSE
    }

    private final Kind kind;

    public StrategyException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    public StrategyException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    public Kind kind() {
        return kind;
    }
}
