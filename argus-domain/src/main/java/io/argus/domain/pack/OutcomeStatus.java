package io.argus.domain.pack;

/** How complete the window after a bar was. */
public enum OutcomeStatus {
    /** Every figure is there. */
    OK((byte) 0),
    /** The data ends before the window does, or no bar lies in it: no figures yet; more data may complete it. */
    INCOMPLETE((byte) 1),
    /** More bars are missing than tolerated: the return stands, figures along the path do not. */
    GAP((byte) 2);

    private final byte code;

    OutcomeStatus(byte code) {
        this.code = code;
    }

    /** What columns and content hashes hold; never changes. */
    public byte code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException when no status has the code
     */
    public static OutcomeStatus of(byte code) {
        return switch (code) {
            case 0 -> OK;
            case 1 -> INCOMPLETE;
            case 2 -> GAP;
            default -> throw new IllegalArgumentException("no outcome status " + code);
        };
    }
}
