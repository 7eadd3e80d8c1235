package io.argus.connectors.deribit.stream;

/** What a stream's data is worth. */
public enum StreamState {
    /** A connection is being made, or what was subscribed to has not all arrived yet. */
    CONNECTING,
    /** Everything subscribed to is as the exchange has it. */
    LIVE,
    /** There is no connection, or a channel has lost something. What may be old is not served. */
    STALE,
    /** Ended for good. */
    CLOSED
}
