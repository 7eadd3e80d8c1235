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
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One connection over WebSocket: its subscriptions, how far each has been told, its heartbeat, and the faults of its
 * messages. Nothing is pushed by itself; {@link #tick} sends what has happened since it was last called.
 */
final class SocketFace extends Session.Listener.AbstractAutoDemanding {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RAW_NEEDS_KEYS = 13778;
    private static final int INVALID_CREDENTIALS = 13004;

    /** A book is told anew from here when nobody asked for a tick for so many steps. */
    private static final long MOST_STEPS = 2000;

    private static final Set<Fault> OF_ANY = EnumSet.of(
            Fault.DROP,
            Fault.DUPLICATE,
            Fault.REORDER,
            Fault.SPLIT,
            Fault.ABRUPT_CLOSE,
            Fault.NORMAL_CLOSE,
            Fault.SILENCE);

    private static final Set<Fault> OF_SNAPSHOTS = EnumSet.of(Fault.SNAPSHOT_WITH_PREVIOUS, Fault.CHANGE_AFTER_ZERO);

    private final Exchange exchange;
    private final Consumer<SocketFace> closed;
    private final Map<String, Long> told = new LinkedHashMap<>();
    private Optional<String> held = Optional.empty();
    private boolean silent;
    private boolean authenticated;
    private long heartbeatMs;
    private long lastHeartbeatMs;
    private boolean testRequested;

    /**
     * @param closed told when the connection has ended
     */
    SocketFace(Exchange exchange, Consumer<SocketFace> closed) {
        this.exchange = exchange;
        this.closed = closed;
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        closed.accept(this);
        callback.succeed();
    }

    @Override
    public synchronized void onWebSocketText(String text) {
        JsonNode request;
        try {
            request = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            getSession().close(1003, "not JSON", Callback.NOOP);
            return;
        }
        String method = request.path("method").asText();
        ObjectNode answer;
        boolean ended = false;
        try {
            exchange.pay(method);
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
            getSession().close(1000, "too many requests", Callback.NOOP);
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
            String[] parts = channel.getKey().split("\\.", 3);
            SimulatedInstrument instrument =
                    exchange.market.find(parts[1], nowMs).orElseThrow();
            channel.setValue(
                    switch (parts[0]) {
                        case "book" -> tellBook(channel.getKey(), instrument, channel.getValue(), nowMs);
                        case "trades" -> tellTrades(channel.getKey(), instrument, channel.getValue(), nowMs);
                        default -> tellTicker(channel.getKey(), instrument, channel.getValue(), nowMs);
                    });
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
        if (exchange.faults.ofAnswer().isPresent()) {
            throw new RpcFailure(13009, "unauthorized");
        }
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
            String[] parts = channel.split("\\.", 3);
            boolean known = parts.length == 3
                    && Set.of("book", "ticker", "trades").contains(parts[0])
                    && exchange.market
                            .find(parts[1], exchange.nowMs())
                            .filter(instrument -> instrument.listed(exchange.nowMs()))
                            .isPresent();
            if (known) {
                accepted.insert(0, channel);
                told.put(channel, parts[0].equals("trades") ? MarketHistory.newestTrade(exchange.nowMs()) : -1L);
            }
        }
        return accepted;
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
            getSession().close(1000, "no heartbeat", Callback.NOOP);
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
                await(Callback.Completable.with(
                        done -> getSession().sendPartialText(text.substring(0, half), false, done)));
                await(Callback.Completable.with(
                        done -> getSession().sendPartialText(text.substring(half), true, done)));
            }
            case ABRUPT_CLOSE -> getSession().disconnect();
            case NORMAL_CLOSE -> getSession().close(1000, "bye", Callback.NOOP);
            case SILENCE -> silent = true;
            default -> {
                // Dropped: nothing is sent.
            }
        }
    }

    private void write(String text) {
        if (isOpen()) {
            await(Callback.Completable.with(done -> getSession().sendText(text, done)));
        }
    }

    /** A connection that ends while a message is on its way has ended, no more. */
    private static void await(Callback.Completable sent) {
        sent.handle((nothing, ended) -> null).join();
    }
}
