package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import io.argus.connectors.deribit.TradeMessage;
import io.argus.domain.pack.MarketTrade;
import io.argus.research.port.TradeHistory;
import io.argus.research.port.TradeHistory.Trades;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Trades of an instrument, told in their sequence, each once. What comes too early waits until what is missing before it
 * was asked for and has come.
 */
final class TradesChannel extends Channel {

    /** When more wait than this, they are dropped: they will be in the answer too. */
    private static final int MOST_WAITING = 10_000;

    private final SortedMap<Long, MarketTrade> waiting = new TreeMap<>();
    private final Inquiry<Trades> missed;
    private OptionalLong told = OptionalLong.empty();

    TradesChannel(
            ChannelName name, StreamListener listener, InstantSource clock, TradeHistory history, Inquiry.Desk desk) {
        super(name, listener, clock);
        missed = new Inquiry<>(
                desk,
                () -> {
                    OptionalLong from = told;
                    return () -> from.isPresent()
                            ? history.after(name.instrument(), from.getAsLong())
                            : history.latest(name.instrument());
                },
                this::answered,
                this::giveUp);
    }

    @Override
    void take(JsonNode data) {
        long nowMs = clock.millis();
        if (waiting.size() > MOST_WAITING) {
            waiting.clear();
        }
        for (JsonNode each : data) {
            TradeMessage message = TradeMessage.read(new Fields(name.text(), each), nowMs);
            if (message.sequence() > told.orElse(0)) {
                waiting.putIfAbsent(message.sequence(), message.trade());
            }
        }
        if (missed.open()) {
            // The answer may have them, too, and goes on from what was told when it was asked for.
            return;
        }
        tellWhatFollows();
        if (waiting.isEmpty()) {
            settled();
        } else {
            lose();
            missed.ask();
        }
    }

    /** Without a trade that is known, the newest is asked for, to count from. */
    @Override
    void catchUp() {
        missed.ask();
    }

    @Override
    boolean current() {
        return told.isPresent() && waiting.isEmpty() && !missed.open();
    }

    @Override
    void withdraw() {
        // Trades are told, not served.
    }

    private void answered(Trades answer) {
        long last = answer.lastSequence();
        if (told.isEmpty()) {
            // From the newest on, or from what came since the subscription if that is earlier.
            long first = waiting.isEmpty() ? last : Math.min(last, waiting.firstKey() - 1);
            told = OptionalLong.of(first);
        } else if (last > told.getAsLong()) {
            // The answer is complete up to its last, even where numbers are missing: those do not exist.
            waiting.headMap(last + 1).clear();
            told = OptionalLong.of(last);
            if (!answer.trades().isEmpty()) {
                listener.trades(name.instrument(), answer);
            }
        }
        tellWhatFollows();
        if (waiting.isEmpty()) {
            settled();
        } else {
            missed.ask();
        }
    }

    /** The exchange will not tell what was missed: what waits goes on from there, with the gap marked. */
    private void giveUp() {
        told = waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(waiting.firstKey() - 1);
        tellWhatFollows();
        known(false);
    }

    private void settled() {
        if (!missed.open()) {
            known(true);
        }
    }

    private void tellWhatFollows() {
        if (told.isEmpty()) {
            return;
        }
        long last = told.getAsLong();
        List<MarketTrade> following = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.firstKey() == last + 1) {
            last++;
            following.add(waiting.remove(last));
        }
        told = OptionalLong.of(last);
        if (!following.isEmpty()) {
            listener.trades(name.instrument(), new Trades(following, last));
        }
    }
}
