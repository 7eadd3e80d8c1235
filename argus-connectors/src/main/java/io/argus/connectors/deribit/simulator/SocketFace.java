package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection over WebSocket: its subscriptions, how far each has been told, its heartbeat, and the faults of its
 * messages. Nothing is pushed by itself; {@link #tick} sends what has happened since it was last called. Public because
 * Jetty calls it by reflection, and calls no other.
 */
public final class SocketFace extends Session.Listener.AbstractAutoDemanding {

    private static final Logger LOG = LoggerFactory.getLogger(SocketFace.class);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NORMAL = 1000;
    private static final int RAW_NEEDS_KEYS = 13778;
    private static final int INVALID_CREDENTIALS = 13004;
    private static final int UNAUTHORIZED = 13009;

    /** A book is told anew from here when nobody asked for a tick for so many steps. */
    private static final long MOST_STEPS = 2000;

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

    private static final Set<Fault> OF_SNAPSHOTS = EnumSet.of(Fault.SNAPSHOT_WITH_PREVIOUS, Fault.CHANGE_AFTER_ZERO);

    private static final int OVERSIZED_CHARACTERS = 17 << 20;

    private final Exchange exchange;
    private final Set<SocketFace> connections;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, Long> told = new LinkedHashMap<>();
    private Optional<String> held = Optional.empty();
    private volatile boolean ending;
    private boolean silent;
    private boolean authenticated;
    private long heartbeatMs;
    private long lastHeartbeatMs;
    private boolean testRequested;

    /**
     * @param connections has it while it is open
     */
    SocketFace(Exchange exchange, Set<SocketFace> connections) {
        this.exchange = exchange;
        this.connections = connections;
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

    long received() {
        return received.get();
    }

    /** Whether the connection is being ended from here. */
    boolean ending() {
        return ending;
    }

    long sent() {
        return sent.get();
    }

    private synchronized void answer(String text) {
        JsonNode request;
        try {
            request = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            end(1003, "not JSON");
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
            ended = e.code() == Exchange.TOO_MANY_REQUESTS;
        }
        answer.set("id", request.path("id"));
        if (!silent) {
            write(answer.toString());
        }
        if (ended) {
            end(NORMAL, "too many requests");
        }
    }

    /** Sends everything that has happened by now. */
    synchronized void tick() {
        if (!isOpen() || silent) {
            return;
        }
        long nowMs = exchange.nowMs();
        beat(nowMs);
        for (Map.Entry<String, Long> channel : told.entrySet()) {
            SimulatedInstrument instrument = instrument(channel.getKey(), nowMs).orElseThrow();
            channel.setValue(
                    switch (kind(channel.getKey())) {
                        case "book" -> tellBook(channel.getKey(), instrument, channel.getValue(), nowMs);
                        case "trades" -> tellTrades(channel.getKey(), instrument, channel.getValue(), nowMs);
                        case "chart" -> tellBar(channel.getKey(), instrument, channel.getValue(), nowMs);
                        default -> tellTicker(channel.getKey(), instrument, channel.getValue(), nowMs);
                    });
        }
    }

    private void requireAuthorized(String method) {
        if (!method.equals("public/test") && exchange.faults.ofRequest().isPresent()) {
            throw new RpcFailure(UNAUTHORIZED, "unauthorized");
        }
    }

    private JsonNode call(String method, JsonNode parameters) {
        return switch (method) {
            case "public/subscribe", "private/subscribe" -> subscribe(parameters.path("channels"));
            case "public/unsubscribe", "private/unsubscribe" -> unsubscribe(parameters.path("channels"));
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

    /** Accepts what is listed, in the reverse of the order asked: the order of an answer means nothing. */
    private JsonNode subscribe(JsonNode channels) {
        ArrayNode accepted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : channels) {
            String channel = each.asText();
            if (channel.endsWith(".raw") && !authenticated) {
                throw new RpcFailure(RAW_NEEDS_KEYS, "raw_subscriptions_not_available_for_unauthorized");
            }
        }
        for (JsonNode each : channels) {
            String channel = each.asText();
            if (instrument(channel, exchange.nowMs())
                    .filter(instrument -> instrument.listed(exchange.nowMs()))
                    .isPresent()) {
                accepted.insert(0, channel);
                told.put(channel, kind(channel).equals("trades") ? MarketHistory.newestTrade(exchange.nowMs()) : -1L);
            }
        }
        return accepted;
    }

    private static String kind(String channel) {
        return channel.substring(0, channel.indexOf('.'));
    }

    /** The instrument that a channel is about; empty when there is no such channel. */
    private Optional<SimulatedInstrument> instrument(String channel, long nowMs) {
        String[] parts = channel.split("\\.", -1);
        boolean bars = parts.length == 4 && channel.startsWith("chart.trades.") && parts[3].matches("[0-9]{1,3}|1D");
        boolean known =
                bars || (parts.length == 3 && Set.of("book", "ticker", "trades").contains(parts[0]));
        return known ? exchange.market.find(parts[bars ? 2 : 1], nowMs) : Optional.empty();
    }

    private JsonNode unsubscribe(JsonNode channels) {
        ArrayNode ended = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : channels) {
            if (told.remove(each.asText()) != null) {
                ended.add(each.asText());
            }
        }
        return ended;
    }

    /** A heartbeat each interval, asking for a sign of life; without one by the next the connection is closed. */
    private void beat(long nowMs) {
        if (heartbeatMs == 0 || nowMs - lastHeartbeatMs < heartbeatMs) {
            return;
        }
        lastHeartbeatMs = nowMs;
        if (testRequested) {
            end(NORMAL, "no heartbeat");
            return;
        }
        testRequested = true;
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0")
                .put("method", "heartbeat")
                .putObject("params")
                .put("type", "test_request");
        write(message.toString());
    }

    private long tellBook(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        long now = SimulatedBook.stepAt(nowMs);
        if (last < 0 || now - last > MOST_STEPS) {
            tellSnapshot(channel, SimulatedBook.of(exchange.market, instrument, now));
            return now;
        }
        SimulatedBook before = SimulatedBook.of(exchange.market, instrument, last);
        for (long step = last + 1; step <= now; step++) {
            SimulatedBook book = SimulatedBook.of(exchange.market, instrument, step);
            send(channel, book.changesSince(before));
            before = book;
        }
        return now;
    }

    private void tellSnapshot(String channel, SimulatedBook book) {
        ObjectNode snapshot = book.snapshot();
        exchange.faults.ofMessage(OF_SNAPSHOTS).ifPresent(fault -> {
            if (fault == Fault.CHANGE_AFTER_ZERO) {
                snapshot.put("type", "change").put("prev_change_id", 0);
            } else {
                snapshot.put("prev_change_id", book.changeId() - 3);
            }
        });
        send(channel, snapshot);
    }

    private long tellTrades(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        long newest = instrument.option() ? last : MarketHistory.newestTrade(nowMs);
        if (newest > last) {
            ArrayNode trades = JsonNodeFactory.instance.arrayNode();
            for (long sequence = last + 1; sequence <= newest; sequence++) {
                trades.add(exchange.history.trade(instrument, sequence));
            }
            send(channel, trades);
        }
        return newest;
    }

    private long tellTicker(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        if (SimulatedBook.stepAt(nowMs) > last) {
            send(channel, exchange.data.ticker(instrument, nowMs));
        }
        return SimulatedBook.stepAt(nowMs);
    }

    /** The newest bar as it is by now. */
    private long tellBar(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        if (SimulatedBook.stepAt(nowMs) > last) {
            send(
                    channel,
                    exchange.history.newestBar(instrument, channel.substring(channel.lastIndexOf('.') + 1), nowMs));
        }
        return SimulatedBook.stepAt(nowMs);
    }

    private void send(String channel, JsonNode data) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("jsonrpc", "2.0").put("method", "subscription");
        message.putObject("params").put("channel", channel).set("data", data);
        String text = message.toString();
        Optional<String> before = held;
        held = Optional.empty();
        Optional<Fault> fault = exchange.faults.ofMessage(OF_ANY);
        if (fault.isEmpty()) {
            write(text);
        } else {
            sendWrongly(fault.get(), text);
        }
        before.ifPresent(this::write);
    }

    private void sendWrongly(Fault fault, String text) {
        switch (fault) {
            case DUPLICATE -> {
                write(text);
                write(text);
            }
            case REORDER -> held = Optional.of(text);
            case SPLIT -> {
                int half = text.length() / 2;
                sent.incrementAndGet();
                await(Callback.Completable.with(
                        done -> getSession().sendPartialText(text.substring(0, half), false, done)));
                await(Callback.Completable.with(
                        done -> getSession().sendPartialText(text.substring(half), true, done)));
            }
            case MALFORMED_JSON -> write(text.substring(0, text.length() / 2));
            case OVERSIZED -> write("\"" + "x".repeat(OVERSIZED_CHARACTERS));
            case ABRUPT_CLOSE -> {
                ending = true;
                getSession().disconnect();
            }
            case NORMAL_CLOSE -> end(NORMAL, "bye");
            case SILENCE -> silent = true;
            default -> {
                // Dropped: nothing is sent.
            }
        }
    }

    private void end(int status, String reason) {
        ending = true;
        getSession().close(status, reason, Callback.NOOP);
    }

    private void write(String text) {
        if (isOpen()) {
            sent.incrementAndGet();
            await(Callback.Completable.with(done -> getSession().sendText(text, done)));
        }
    }

    /** A connection that ends while a message is on its way has ended, no more. */
    private static void await(Callback.Completable sent) {
        sent.handle((nothing, ended) -> null).join();
    }
}
