package io.argus.connectors.deribit.simulator;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;

/** What is to go wrong, and when. Each fault that is asked for happens once. Safe for any number of threads. */
public final class Faults {

    private static final Set<Fault> OF_ANSWERS = EnumSet.of(
            Fault.TOO_MANY_CONNECTIONS, Fault.WEB_PAGE, Fault.MALFORMED_JSON, Fault.OVERSIZED, Fault.UNAUTHORIZED);

    private final Queue<Fault> answers = new ArrayDeque<>();
    private final Queue<Fault> messages = new ArrayDeque<>();
    private final Queue<Fault> requests = new ArrayDeque<>();
    private int windowCode;
    private long windowEndMs = Long.MIN_VALUE;

    /** Lets the next answer or message of the fault's kind go wrong, after those asked for before. */
    public synchronized void next(Fault fault) {
        (OF_ANSWERS.contains(fault) ? answers : messages).add(fault);
    }

    /** Lets the next message of a channel go wrong in a way that answers over HTTP can, too. */
    public synchronized void inMessage(Fault fault) {
        messages.add(fault);
    }

    /** Lets the next request over WebSocket but for signs of life be answered with 13009. */
    public synchronized void refuseRequest() {
        requests.add(Fault.UNAUTHORIZED);
    }

    /** Answers everything but signs of life with an error until a time. */
    public synchronized void answerWith(int code, long untilMs) {
        windowCode = code;
        windowEndMs = untilMs;
    }

    /** Whether everything that was asked for has happened. */
    public synchronized boolean spent() {
        return answers.isEmpty() && messages.isEmpty() && requests.isEmpty();
    }

    synchronized Optional<Fault> ofAnswer() {
        return Optional.ofNullable(answers.poll());
    }

    synchronized Optional<Fault> ofRequest() {
        return Optional.ofNullable(requests.poll());
    }

    /** The next fault of messages, when it is one that a message of this kind can have. */
    synchronized Optional<Fault> ofMessage(Set<Fault> possible) {
        Fault next = messages.peek();
        if (next == null || !possible.contains(next)) {
            return Optional.empty();
        }
        messages.remove();
        return Optional.of(next);
    }

    synchronized OptionalInt errorAt(long nowMs) {
        return nowMs < windowEndMs ? OptionalInt.of(windowCode) : OptionalInt.empty();
    }
}
