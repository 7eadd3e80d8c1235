package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import io.argus.domain.market.BarSeries;
import io.argus.research.port.PriceHistory;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * Bars, each told once it has closed. The channel tells how the newest bar grows, without a number that would show what
 * is missing; so it only says that a bar has closed, and the bar itself is asked for.
 */
final class BarsChannel extends Channel {

    private final Inquiry<BarSeries> closed;
    private final long durationMs;
    private boolean behind;
    private OptionalLong nextMs = OptionalLong.empty();
    private long newestMs;

    BarsChannel(
            ChannelName name, StreamListener listener, InstantSource clock, PriceHistory history, Inquiry.Desk desk) {
        super(name, listener, clock);
        durationMs = name.barDuration().toMillis();
        closed = new Inquiry<>(
                desk,
                () -> {
                    long fromMs = nextMs.orElse(newestMs);
                    long toMs = Math.max(clock.millis(), newestMs);
                    return () -> history.between(name.instrument(), durationMs, fromMs, toMs);
                },
                this::answered,
                this::giveUp);
    }

    @Override
    void take(JsonNode data) {
        long openMs = new Fields(name.text(), data).whole("tick");
        if (nextMs.isEmpty()) {
            nextMs = OptionalLong.of(openMs);
        } else if (openMs > newestMs) {
            closed.ask();
        }
        newestMs = Math.max(newestMs, openMs);
        settled();
    }

    @Override
    void catchUp() {
        if (nextMs.isPresent()) {
            behind = true;
            closed.ask();
        }
    }

    @Override
    void withdraw() {
        // Bars are told, not served.
    }

    @Override
    boolean current() {
        return !behind;
    }

    private void answered(BarSeries bars) {
        if (!bars.isEmpty()) {
            nextMs = OptionalLong.of(bars.closeTime(bars.size() - 1));
            listener.bars(bars);
        }
        settled();
    }

    private void giveUp() {
        behind = false;
        known(false);
    }

    private void settled() {
        if (!closed.open()) {
            behind = false;
            known(true);
        }
    }
}
