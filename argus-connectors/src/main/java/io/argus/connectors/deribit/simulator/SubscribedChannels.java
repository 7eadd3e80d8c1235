package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitErrors;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one connection has subscribed to, and how far each channel has been told. */
final class SubscribedChannels {

    /** A book is told anew from here when nobody asked for a tick for so many steps. */
    private static final long MOST_STEPS = 2000;

    private static final Set<Fault> OF_SNAPSHOTS = EnumSet.of(Fault.SNAPSHOT_WITH_PREVIOUS, Fault.CHANGE_AFTER_ZERO);

    private final Exchange exchange;
    private final Outgoing outgoing;
    private final Map<String, Long> told = new LinkedHashMap<>();

    SubscribedChannels(Exchange exchange, Outgoing outgoing) {
        this.exchange = exchange;
        this.outgoing = outgoing;
    }

    /** Accepts what is listed, in the reverse of the order asked: the order of an answer means nothing. */
    JsonNode subscribe(JsonNode channels, boolean authenticated) {
        ArrayNode accepted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : channels) {
            String channel = each.asText();
            if (channel.endsWith(".raw") && !authenticated) {
                throw new RpcFailure(DeribitErrors.RAW_NEEDS_KEYS, "raw_subscriptions_not_available_for_unauthorized");
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

    JsonNode unsubscribe(JsonNode channels) {
        ArrayNode ended = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : channels) {
            if (told.remove(each.asText()) != null) {
                ended.add(each.asText());
            }
        }
        return ended;
    }

    /** Tells everything that has happened by now. */
    void tell(long nowMs) {
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

    private long tellBook(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        long now = SimulatedBook.stepAt(nowMs);
        if (last < 0 || now - last > MOST_STEPS) {
            tellSnapshot(channel, SimulatedBook.of(exchange.market, instrument, now));
            return now;
        }
        SimulatedBook before = SimulatedBook.of(exchange.market, instrument, last);
        for (long step = last + 1; step <= now; step++) {
            SimulatedBook book = SimulatedBook.of(exchange.market, instrument, step);
            outgoing.tell(channel, book.changesSince(before));
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
        outgoing.tell(channel, snapshot);
    }

    private long tellTrades(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        long newest = instrument.option() ? last : MarketHistory.newestTrade(nowMs);
        if (newest > last) {
            ArrayNode trades = JsonNodeFactory.instance.arrayNode();
            for (long sequence = last + 1; sequence <= newest; sequence++) {
                trades.add(exchange.history.trade(instrument, sequence));
            }
            outgoing.tell(channel, trades);
        }
        return newest;
    }

    private long tellTicker(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        if (SimulatedBook.stepAt(nowMs) > last) {
            outgoing.tell(channel, exchange.data.ticker(instrument, nowMs));
        }
        return SimulatedBook.stepAt(nowMs);
    }

    /** The newest bar as it is by now. */
    private long tellBar(String channel, SimulatedInstrument instrument, long last, long nowMs) {
        if (SimulatedBook.stepAt(nowMs) > last) {
            outgoing.tell(
                    channel,
                    exchange.history.newestBar(instrument, channel.substring(channel.lastIndexOf('.') + 1), nowMs));
        }
        return SimulatedBook.stepAt(nowMs);
    }

    private static String kind(String channel) {
        return channel.substring(0, channel.indexOf('.'));
    }

    /** The instrument that a channel is about; empty when there is no such channel. */
    private Optional<SimulatedInstrument> instrument(String channel, long nowMs) {
        String[] parts = channel.split("\\.", -1);
        boolean bars = parts.length == 4
                && channel.startsWith("chart.trades.")
                && MarketHistory.findBarMs(parts[3]).isPresent();
        boolean known =
                bars || (parts.length == 3 && Set.of("book", "ticker", "trades").contains(parts[0]));
        return known ? exchange.market.find(parts[bars ? 2 : 1], nowMs) : Optional.empty();
    }
}
