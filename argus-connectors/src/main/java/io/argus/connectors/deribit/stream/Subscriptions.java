package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.domain.ExchangeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that was subscribed to: asked for in parts, compared with what the exchange accepted, and asked for again
 * on each new connection. For use by the stream's thread.
 */
final class Subscriptions {

    /** Half of what Deribit takes at once. */
    private static final int CHANNELS_A_REQUEST = 250;

    private final Function<ChannelName, Channel> making;
    private final StreamListener listener;
    private final Runnable changed;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Set<String> accepted = new HashSet<>();
    private Optional<Session> session = Optional.empty();

    /**
     * @param changed told when the exchange has answered
     */
    Subscriptions(Function<ChannelName, Channel> making, StreamListener listener, Runnable changed) {
        this.making = making;
        this.listener = listener;
        this.changed = changed;
    }

    void add(List<ChannelName> names) {
        List<String> fresh = new ArrayList<>();
        for (ChannelName name : names) {
            if (channels.putIfAbsent(name.text(), making.apply(name)) == null) {
                fresh.add(name.text());
            }
        }
        session.ifPresent(open -> ask(open, fresh));
    }

    /** A connection is ready: everything is asked for on it. */
    void begin(Session open) {
        session = Optional.of(open);
        ask(open, List.copyOf(channels.keySet()));
    }

    /**
     * The connection is gone, and nothing is current any more.
     *
     * @param sinceMs until when it brought everything
     */
    void disconnected(long sinceMs) {
        session = Optional.empty();
        accepted.clear();
        channels.values().forEach(channel -> channel.disconnected(sinceMs));
    }

    void receive(JsonNode parameters) {
        find(parameters.path("channel").asText()).ifPresent(channel -> channel.receive(parameters.path("data")));
    }

    /** Asks for one channel anew, which begins again with its first message. */
    void askAnew(String name) {
        accepted.remove(name);
        session.ifPresent(open -> open.call(new Requests.Call(
                "public/unsubscribe",
                () -> parameters(List.of(name)),
                result -> ask(open, List.of(name)),
                refusal -> ask(open, List.of(name)))));
    }

    /** Whether everything was accepted and is as the exchange has it. */
    boolean current() {
        return channels.keySet().stream().allMatch(this::current);
    }

    /** Whether one channel was accepted and is as the exchange has it. */
    boolean current(String name) {
        return accepted.contains(name) && find(name).filter(Channel::current).isPresent();
    }

    private Optional<Channel> find(String name) {
        return Optional.ofNullable(channels.get(name));
    }

    private void ask(Session open, List<String> names) {
        for (int from = 0; from < names.size(); from += CHANNELS_A_REQUEST) {
            List<String> part = names.subList(from, Math.min(names.size(), from + CHANNELS_A_REQUEST));
            open.call(new Requests.Call(
                    "public/subscribe",
                    () -> parameters(part),
                    result -> answered(part, result),
                    refusal -> refused(open, part, refusal)));
        }
    }

    /** The answer has what was accepted, in any order; the rest will never come. */
    private void answered(List<String> asked, JsonNode result) {
        Set<String> taken = new HashSet<>();
        result.forEach(name -> taken.add(name.asText()));
        reject(asked.stream().filter(name -> !taken.contains(name)).toList(), "not accepted");
        for (String name : asked) {
            if (taken.contains(name) && accepted.add(name)) {
                find(name).ifPresent(Channel::accepted);
            }
        }
        changed.run();
    }

    /** One channel is enough to have all of a request refused: the others are asked for without it. */
    private void refused(Session open, List<String> asked, ExchangeException refusal) {
        boolean forKeys = refusal.code().orElse(0) == DeribitErrors.RAW_NEEDS_KEYS;
        List<String> raw =
                forKeys ? asked.stream().filter(name -> name.endsWith(".raw")).toList() : List.of();
        if (!raw.isEmpty()) {
            reject(raw, String.valueOf(refusal.getMessage()));
            ask(open, asked.stream().filter(name -> !raw.contains(name)).toList());
        } else if (asked.size() > 1) {
            int half = asked.size() / 2;
            ask(open, asked.subList(0, half));
            ask(open, asked.subList(half, asked.size()));
        } else {
            reject(asked, String.valueOf(refusal.getMessage()));
        }
        changed.run();
    }

    private void reject(List<String> names, String reason) {
        if (names.isEmpty()) {
            return;
        }
        for (String name : names) {
            find(name).ifPresent(Channel::withdraw);
            channels.remove(name);
        }
        listener.rejected(names, reason);
    }

    private static ObjectNode parameters(List<String> names) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        names.forEach(parameters.putArray("channels")::add);
        return parameters;
    }
}
