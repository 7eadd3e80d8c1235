package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.OptionalLong;

/**
 * One channel that was subscribed to: what is made of its messages, and since when it has not been known. For use by the
 * stream's thread.
 */
abstract class Channel {

    final ChannelName name;
    final StreamListener listener;
    final InstantSource clock;

    private boolean flowing;
    private OptionalLong knownUntilMs = OptionalLong.empty();
    private OptionalLong lostSinceMs = OptionalLong.empty();

    Channel(ChannelName name, StreamListener listener, InstantSource clock) {
        this.name = name;
        this.listener = listener;
        this.clock = clock;
    }

    /** Takes the data of one message. */
    abstract void take(JsonNode data);

    /** Asks for what happened before the exchange began to send. */
    abstract void catchUp();

    /** Whether everything that the exchange has told is known. */
    abstract boolean current();

    /** Serves nothing any more that may be old. */
    abstract void withdraw();

    final void receive(JsonNode data) {
        flowing = true;
        take(data);
    }

    /** The exchange sends it from now on. */
    final void accepted() {
        flowing = true;
        catchUp();
    }

    /**
     * Its connection is gone.
     *
     * @param sinceMs until when the connection brought everything
     */
    final void disconnected(long sinceMs) {
        flowing = false;
        knownUntilMs.ifPresent(knownMs -> lostSince(Math.max(sinceMs, knownMs)));
        withdraw();
    }

    /** A message is missing: nothing is known since the last one. */
    final void lose() {
        knownUntilMs.ifPresent(this::lostSince);
        withdraw();
    }

    /**
     * Everything is known now. The end of a gap is told, if there was one.
     *
     * @param madeUp whether what happened in the gap was told all the same
     */
    final void known(boolean madeUp) {
        if (!flowing) {
            return;
        }
        long nowMs = clock.millis();
        if (lostSinceMs.isPresent()) {
            long sinceMs = lostSinceMs.getAsLong();
            lostSinceMs = OptionalLong.empty();
            listener.gap(new StreamListener.Gap(name.text(), sinceMs, Math.max(sinceMs, nowMs), madeUp));
        }
        knownUntilMs = OptionalLong.of(nowMs);
    }

    private void lostSince(long timeMs) {
        if (lostSinceMs.isEmpty()) {
            lostSinceMs = OptionalLong.of(timeMs);
        }
    }
}
