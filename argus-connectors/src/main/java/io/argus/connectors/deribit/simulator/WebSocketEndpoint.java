package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitErrors;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection over WebSocket: its requests, its keys and its heartbeat. Nothing is pushed by itself; {@link #tick} sends
 * what has happened since it was last called. Public because Jetty calls it by reflection, and calls no other.
 */
public final class WebSocketEndpoint extends Session.Listener.AbstractAutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketEndpoint.class);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNACCEPTABLE_DATA = 1003;
    private static final int INVALID_CREDENTIALS = 13004;

    private final Exchange exchange;
    private final Set<WebSocketEndpoint> connections;
    private final AtomicLong received = new AtomicLong();
    private final Outgoing outgoing;
    private final SubscribedChannels channels;
    private boolean authenticated;
    private long heartbeatMs;
    private long lastHeartbeatMs;
    private boolean testRequested;

    /**
     * @param connections has it while it is open
     */
    WebSocketEndpoint(Exchange exchange, Set<WebSocketEndpoint> connections) {
        this.exchange = exchange;
        this.connections = connections;
        outgoing = new Outgoing(this::getSession, exchange.faults);
        channels = new SubscribedChannels(exchange, outgoing);
    }

    @Override
    public void onWebSocketOpen(Session session) {
        connections.add(this);
        super.onWebSocketOpen(session);
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        connections.remove(this);
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // The end of the connection follows. Clients end theirs as they like.
        LOG.debug("event=connection_broken", cause);
    }

    @Override
    public void onWebSocketText(String text) {
        answer(text);
        received.incrementAndGet();
    }

    /** How many requests have been answered. */
    long received() {
        return received.get();
    }

    /** What is sent. */
    Outgoing outgoing() {
        return outgoing;
    }

    private synchronized void answer(String text) {
        JsonNode request;
        try {
            request = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            outgoing.end(UNACCEPTABLE_DATA, "not JSON");
            return;
        }
        String method = request.path("method").asText();
        ObjectNode answer;
        boolean ended = false;
        try {
            exchange.pay(method);
            exchange.requireAvailable(method);
            requireAuthorized(method);
            answer = exchange.envelope();
            answer.set("result", call(method, request.path("params")));
        } catch (RpcFailure e) {
            answer = exchange.failure(e);
            ended = e.code() == DeribitErrors.TOO_MANY_REQUESTS;
        }
        answer.set("id", request.path("id"));
        outgoing.write(answer.toString());
        if (ended) {
            outgoing.end("too many requests");
        }
    }

    /** Sends everything that has happened by now. */
    synchronized void tick() {
        if (isOpen() && !outgoing.silent()) {
            long nowMs = exchange.nowMs();
            beat(nowMs);
            channels.tell(nowMs);
        }
    }

    private void requireAuthorized(String method) {
        if (!method.equals("public/test") && exchange.faults.ofRequest().isPresent()) {
            throw RpcFailure.unauthorized();
        }
    }

    private JsonNode call(String method, JsonNode parameters) {
        return switch (method) {
            case "public/subscribe", "private/subscribe" ->
                channels.subscribe(parameters.path("channels"), authenticated);
            case "public/unsubscribe", "private/unsubscribe" -> channels.unsubscribe(parameters.path("channels"));
            case "public/set_heartbeat" -> {
                heartbeatMs = 1000 * parameters.path("interval").asLong(30);
                lastHeartbeatMs = exchange.nowMs();
                yield JsonNodeFactory.instance.textNode("ok");
            }
            case "public/test" -> {
                testRequested = false;
                yield exchange.call(method, parameters);
            }
            case "public/auth" -> authenticate(parameters);
            default -> exchange.call(method, parameters);
        };
    }

    private JsonNode authenticate(JsonNode parameters) {
        if (!parameters.path("client_id").asText().equals("simulator")) {
            throw new RpcFailure(INVALID_CREDENTIALS, "invalid_credentials");
        }
        authenticated = true;
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", "simulated")
                .put("refresh_token", "simulated")
                .put("expires_in", 900)
                .put("token_type", "bearer");
    }

    /** A heartbeat each interval, asking for a sign of life; without one by the next the connection is closed. */
    private void beat(long nowMs) {
        if (heartbeatMs == 0 || nowMs - lastHeartbeatMs < heartbeatMs) {
            return;
        }
        lastHeartbeatMs = nowMs;
        if (testRequested) {
            outgoing.end("no heartbeat");
            return;
        }
        testRequested = true;
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0")
                .put("method", "heartbeat")
                .putObject("params")
                .put("type", "test_request");
        outgoing.write(message.toString());
    }
}
