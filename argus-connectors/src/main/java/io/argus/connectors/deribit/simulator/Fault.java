package io.argus.connectors.deribit.simulator;

/** What can go wrong on demand. */
public enum Fault {
    /** An answer over HTTP with status 429 and a page of HTML. */
    TOO_MANY_CONNECTIONS,
    /** An answer over HTTP with status 502 and a page of HTML. */
    WEB_PAGE,
    /** Half an answer. */
    MALFORMED_JSON,
    /** An answer that does not end, or not soon. */
    OVERSIZED,
    /** Error 13009. */
    UNAUTHORIZED,
    /** A message that is not sent. */
    DROP,
    /** A message that is sent twice. */
    DUPLICATE,
    /** A message that is sent after the one behind it. */
    REORDER,
    /** A message in two frames. */
    SPLIT,
    /** A snapshot of a book that names a change before it. */
    SNAPSHOT_WITH_PREVIOUS,
    /** A whole book that is sent as a change after change 0. */
    CHANGE_AFTER_ZERO,
    /** A connection that ends in the middle. */
    ABRUPT_CLOSE,
    /** A connection that ends with status 1000. */
    NORMAL_CLOSE,
    /** A connection that stays open and says nothing more. */
    SILENCE
}
