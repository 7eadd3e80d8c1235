package io.argus.connectors.deribit;

import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import java.util.OptionalInt;
import java.util.Set;

/** Which of Deribit's errors pass, and which do not. */
public final class DeribitErrors {

    /** The pool of credits is empty, and the session has ended. */
    public static final int TOO_MANY_REQUESTS = 10028;

    /** No right to a resource, such as a raw channel without keys. */
    public static final int RAW_NEEDS_KEYS = 13778;

    private static final String EXCHANGE = "Deribit";

    private static final Set<Integer> BACK_OFF = Set.of(
            TOO_MANY_REQUESTS,
            10066, // too many concurrent requests
            10040, // retry
            10041, // settlement in progress, some seconds a day
            10047, // matching engine queue full
            11051, // maintenance
            11094, // internal server error
            13028, // temporarily unavailable
            13503, // unavailable
            13888); // timed out

    private static final Set<Integer> AUTHENTICATE = Set.of(10000, 13009);

    private static final Set<Integer> WAIT = Set.of(
            11056, 13025, 10019, // locked by an administrator
            13780, 12998);

    private DeribitErrors() {}

    /** What to do about a code; one that is not known here is not retried. */
    public static Retry retry(int code) {
        if (BACK_OFF.contains(code)) {
            return Retry.BACK_OFF;
        }
        if (AUTHENTICATE.contains(code)) {
            return Retry.AUTHENTICATE;
        }
        return WAIT.contains(code) ? Retry.WAIT : Retry.NEVER;
    }

    /** An error that Deribit answered with. */
    public static ExchangeException answered(String request, int code, String message) {
        return new ExchangeException(EXCHANGE, request, OptionalInt.of(code), message, retry(code));
    }

    /** An answer that is no answer: an HTTP status without an error of Deribit's, HTML, half a document. */
    public static ExchangeException unreadable(String request, String message, Retry retry) {
        return new ExchangeException(EXCHANGE, request, OptionalInt.empty(), message, retry);
    }

    /** No answer at all. */
    public static ExchangeException unreachable(String request, Exception cause) {
        String reason = cause.getMessage() == null ? "the connection broke off" : cause.getMessage();
        return new ExchangeException(
                EXCHANGE, request, OptionalInt.empty(), "no answer: " + reason, Retry.BACK_OFF, cause);
    }
}
