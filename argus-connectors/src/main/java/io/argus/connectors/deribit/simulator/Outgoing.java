package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** What one connection is sent, and how it goes wrong. Messages are sent by one thread at a time. */
final class Outgoing {

    private static final int NORMAL = 1000;
    private static final int OVERSIZED_CHARACTERS = 17 << 20;

    private static final Set<Fault> OF_ANY = EnumSet.of(
            Fault.DROP,
            Fault.DUPLICATE,
            Fault.REORDER,
            Fault.SPLIT,
            Fault.ABRUPT_CLOSE,
            Fault.NORMAL_CLOSE,
            Fault.SILENCE,
            Fault.MALFORMED_JSON,
            Fault.OVERSIZED);

    private final Supplier<Session> session;
    private final Faults faults;
    private final AtomicLong sent = new AtomicLong();
    private Optional<String> held = Optional.empty();
    private volatile boolean ending;
    private boolean silent;

    Outgoing(Supplier<Session> session, Faults faults) {
        this.session = session;
        this.faults = faults;
    }

    /** How many messages were sent, whether they have arrived or not. */
    long sent() {
        return sent.get();
    }

    /** Whether the connection is being ended from here. */
    boolean ending() {
        return ending;
    }

    /** Whether nothing is said any more. */
    boolean silent() {
        return silent;
    }

    /** Sends the data of a channel, if it does not go wrong. */
    void tell(String channel, JsonNode data) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0").put("method", "subscription");
        message.putObject("params").put("channel", channel).set("data", data);
        String text = message.toString();
        Optional<String> before = held;
        held = Optional.empty();
        Optional<Fault> fault = faults.ofMessage(OF_ANY);
        if (fault.isEmpty()) {
            write(text);
        } else {
            sendWrongly(fault.get(), text);
        }
        before.ifPresent(this::write);
    }

    /** Sends a message, unless the connection has ended or fallen silent. */
    void write(String text) {
        if (session.get().isOpen() && !silent) {
            sent.incrementAndGet();
            await(Callback.Completable.with(done -> session.get().sendText(text, done)));
        }
    }

    void end(int status, String reason) {
        ending = true;
        session.get().close(status, reason, Callback.NOOP);
    }

    void end(String reason) {
        end(NORMAL, reason);
    }

    private void sendWrongly(Fault fault, String text) {
        switch (fault) {
            case DUPLICATE -> {
                write(text);
                write(text);
            }
            case REORDER -> held = Optional.of(text);
            case SPLIT -> split(text);
            case MALFORMED_JSON -> write(text.substring(0, text.length() / 2));
            case OVERSIZED -> write("\"" + "x".repeat(OVERSIZED_CHARACTERS));
            case ABRUPT_CLOSE -> {
                ending = true;
                session.get().disconnect();
            }
            case NORMAL_CLOSE -> end("bye");
            case SILENCE -> silent = true;
            default -> {
                // Dropped: nothing is sent.
            }
        }
    }

    private void split(String text) {
        int half = text.length() / 2;
        sent.incrementAndGet();
        await(Callback.Completable.with(done -> session.get().sendPartialText(text.substring(0, half), false, done)));
        await(Callback.Completable.with(done -> session.get().sendPartialText(text.substring(half), true, done)));
    }

    /** A connection that ends while a message is on its way has ended, no more. */
    private static void await(Callback.Completable sent) {
        sent.handle((nothing, ended) -> null).join();
    }
}
