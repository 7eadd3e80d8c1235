package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.domain.ExchangeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from its opening to its end: keys, heartbeat, requests, and the watch over silence. What the connection
 * says is handed over to the stream's thread; after the end nothing of it is heard any more.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** How long an authentication lasts when Deribit does not say. */
    private static final long DEFAULT_LIFE_S = 900;

    private final StreamHost host;
    private final StreamSettings settings;
    private final Optional<Credentials> keys;
    private final Owner owner;
    private final Timers timers;
    private final Requests requests;

    private Optional<Sockets.Connection> connection = Optional.empty();
    private boolean over;
    private long authentications;
    private boolean heard;
    private int quiet;
    private long lastFrameMs;

    /** Who has the session, told by the stream's thread. */
    interface Owner {

        /** Channels may be subscribed to. */
        void ready();

        /** Data of a channel. */
        void received(JsonNode parameters);

        /** The connection ended, or is not worth keeping. Told once. */
        void ended(String reason);

        /** The exchange refuses the session for a reason that does not pass, such as wrong keys. */
        void refused(ExchangeException reason);
    }

    Session(StreamHost host, StreamSettings settings, CreditLimiter credits, Optional<Credentials> keys, Owner owner) {
        this.host = host;
        this.settings = settings;
        this.keys = keys;
        this.owner = owner;
        timers = new Timers(host.thread(), this::guarded);
        requests = new Requests(credits, settings, host, timers, new Wire());
        lastFrameMs = host.clock().millis();
    }

    void open(Sockets sockets) {
        connection = Optional.of(sockets.open(new Events()));
        watch();
    }

    void call(Requests.Call call) {
        requests.call(call);
    }

    /** Does something later, unless the session is over by then. */
    void after(Duration delay, Runnable work) {
        timers.after(delay, work);
    }

    /** When the exchange was last heard of. */
    long lastFrameMs() {
        return lastFrameMs;
    }

    /** Ends the connection without a word. */
    void abandon() {
        end();
        connection.ifPresent(Sockets.Connection::abandon);
    }

    /**
     * Says goodbye. The connection is dropped when there is no answer to that soon.
     *
     * @param patience how long to wait for one
     */
    void close(Duration patience) {
        end();
        connection.ifPresent(Sockets.Connection::close);
        try {
            timers.after(patience, () -> connection.ifPresent(Sockets.Connection::abandon));
        } catch (RejectedExecutionException e) {
            LOG.debug("event=dropped_without_goodbye reason=\"{}\"", e.getMessage());
            connection.ifPresent(Sockets.Connection::abandon);
        }
    }

    private void end() {
        over = true;
        timers.cancel();
    }

    private void opened() {
        if (!authenticate(this::beat)) {
            beat();
        }
    }

    private void beat() {
        requests.call(new Requests.Call(
                "public/set_heartbeat",
                () -> parameters().put("interval", settings.heartbeat().toSeconds()),
                result -> owner.ready(),
                owner::refused));
    }

    /** Sends a signature of the time, and another when four fifths of the session's life are over. */
    private boolean authenticate(Runnable then) {
        authentications++;
        long own = authentications;
        keys.ifPresent(key -> requests.call(new Requests.Call(
                "public/auth",
                () -> key.signed(host.clock().millis(), Long.toString(own, Character.MAX_RADIX)),
                result -> {
                    Duration life = Duration.ofSeconds(result.path("expires_in").asLong(DEFAULT_LIFE_S));
                    timers.after(life.multipliedBy(4).dividedBy(5), () -> renew(own));
                    then.run();
                },
                owner::refused)));
        return keys.isPresent();
    }

    private void renew(long authentication) {
        if (authentication == authentications) {
            authenticate(() -> LOG.debug("event=renewed"));
        }
    }

    private void received(String text) {
        heard = true;
        lastFrameMs = host.clock().millis();
        JsonNode message = Answers.parse("websocket", text);
        String method = message.path("method").asText();
        if (method.equals("subscription")) {
            owner.received(message.path("params"));
        } else if (!method.equals("heartbeat")) {
            requests.answered(message);
        } else if (message.path("params").path("type").asText().equals("test_request")) {
            requests.call(new Requests.Call("public/test", Session::parameters, result -> {}, owner::refused));
        }
    }

    /** Looks each heartbeat whether anything came since the last look. */
    private void watch() {
        timers.after(settings.heartbeat(), () -> {
            quiet = heard ? 0 : quiet + 1;
            heard = false;
            if (quiet < 2) {
                watch();
            } else {
                lost("silence");
            }
        });
    }

    private void lost(String reason) {
        if (!over) {
            abandon();
            owner.ended(reason);
        }
    }

    /** Whatever goes wrong with a message ends the connection, not the stream. */
    private void guarded(Runnable event) {
        try {
            event.run();
        } catch (ExchangeException e) {
            LOG.warn("event=message_unreadable reason=\"{}\"", e.getMessage());
            lost("a message that cannot be read");
        } catch (RuntimeException e) {
            LOG.warn("event=message_failed reason=\"{}\"", e.getMessage(), e);
            lost("a message that cannot be handled");
        }
    }

    private static ObjectNode parameters() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Hands what the connection says over to the stream's thread. */
    private final class Events implements Sockets.Events {

        @Override
        public void opened() {
            hand(Session.this::opened);
        }

        @Override
        public void message(String text) {
            hand(() -> received(text));
        }

        @Override
        public void ended(String reason) {
            execute(() -> {
                // After a goodbye of ours nobody need wait for this any more.
                timers.cancel();
                lost(reason);
            });
        }

        private void hand(Runnable event) {
            execute(() -> {
                if (!over) {
                    guarded(event);
                }
            });
        }

        private void execute(Runnable event) {
            try {
                host.thread().execute(event);
            } catch (RejectedExecutionException e) {
                LOG.debug("event=heard_after_its_thread_ended reason=\"{}\"", e.getMessage());
            }
        }
    }

    /** The connection as the requests see it. */
    private final class Wire implements Requests.Wire {

        @Override
        public void send(String text) {
            connection.ifPresent(each -> each.send(text));
        }

        @Override
        public boolean authenticate(Runnable then) {
            return Session.this.authenticate(then);
        }

        @Override
        public void unusable(String reason) {
            lost(reason);
        }
    }
}
