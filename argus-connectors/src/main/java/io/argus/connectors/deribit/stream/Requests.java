package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.domain.ExchangeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests of one connection: paid for before they are sent, matched with their answers by number, and sent again
 * when they failed by what passes. Nothing here waits on its thread, which must answer heartbeats meanwhile.
 */
final class Requests {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final CreditLimiter credits;
    private final StreamSettings settings;
    private final StreamHost host;
    private final Timers timers;
    private final Wire wire;
    private final Map<Long, Sent> awaited = new HashMap<>();
    private long nextId = 1;

    /** The connection behind the requests. */
    interface Wire {

        void send(String text);

        /** Authenticates once more; false when there are no keys to do so. */
        boolean authenticate(Runnable then);

        /** An answer did not come, or cannot be given to a request: begin anew. */
        void unusable(String reason);
    }

    /**
     * A request.
     *
     * @param parameters made anew each time that it is sent
     * @param then given the result
     * @param refused given an error that does not pass
     */
    record Call(
            String method,
            Supplier<ObjectNode> parameters,
            Consumer<JsonNode> then,
            Consumer<ExchangeException> refused) {}

    private record Sent(Call call, int failures) {}

    Requests(CreditLimiter credits, StreamSettings settings, StreamHost host, Timers timers, Wire wire) {
        this.credits = credits;
        this.settings = settings;
        this.host = host;
        this.timers = timers;
        this.wire = wire;
    }

    void call(Call call) {
        send(new Sent(call, 0));
    }

    /** Handles a message that answers a request. */
    void answered(JsonNode answer) {
        Sent sent = awaited.remove(answer.path("id").asLong(-1));
        if (sent == null) {
            if (answer.path("error").isObject()) {
                // Some errors do not say what they answer, so that something would be waited for in vain.
                wire.unusable("error " + answer.path("error") + " without a request");
            }
            return;
        }
        JsonNode result;
        try {
            result = Answers.result(sent.call().method(), answer);
        } catch (ExchangeException e) {
            failed(sent, e);
            return;
        }
        sent.call().then().accept(result);
    }

    private void send(Sent request) {
        String method = request.call().method();
        Duration missing = credits.tryPay(method);
        if (!missing.isZero()) {
            timers.after(missing, () -> send(request));
            return;
        }
        long id = nextId++;
        awaited.put(id, request);
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .put("method", method);
        message.set("params", request.call().parameters().get());
        wire.send(message.toString());
        timers.after(settings.heartbeat().multipliedBy(2), () -> {
            if (awaited.containsKey(id)) {
                wire.unusable("no answer to " + method);
            }
        });
    }

    private void failed(Sent sent, ExchangeException error) {
        if (error.code().orElse(0) == DeribitErrors.TOO_MANY_REQUESTS) {
            credits.drain(sent.call().method());
        }
        switch (error.retry()) {
            case BACK_OFF ->
                again(
                        sent,
                        error,
                        settings.backOff(sent.failures(), host.random().getAsDouble()));
            case WAIT -> again(sent, error, settings.longestWait());
            case AUTHENTICATE -> {
                Sent again = new Sent(sent.call(), sent.failures() + 1);
                if (sent.failures() > 0 || !wire.authenticate(() -> send(again))) {
                    sent.call().refused().accept(error);
                }
            }
            case NEVER -> sent.call().refused().accept(error);
        }
    }

    private void again(Sent sent, ExchangeException error, Duration wait) {
        LOG.info("event=request_failed wait_ms={} reason=\"{}\"", wait.toMillis(), error.getMessage());
        timers.after(wait, () -> send(new Sent(sent.call(), sent.failures() + 1)));
    }
}
