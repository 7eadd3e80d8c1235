package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import java.time.InstantSource;

/** What an instrument is quoted at. Each message stands for itself. */
final class TickerChannel extends Channel {

    TickerChannel(ChannelName name, StreamListener listener, InstantSource clock) {
        super(name, listener, clock);
    }

    @Override
    void take(JsonNode data) {
        known(false);
        listener.ticker(Ticker.read(new Fields(name.text(), data)));
    }

    @Override
    void catchUp() {
        // The first message comes by itself.
    }

    @Override
    boolean current() {
        return true;
    }

    @Override
    void withdraw() {
        // Nothing is kept.
    }
}
