package io.argus.app.recording;

import io.argus.domain.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** An exchange of our own making on this machine. */
public interface SimulatedExchange extends AutoCloseable {

    /** Scheme, host and port. */
    String address();

    /** Tells its subscribers what has happened since the last time. */
    void tick();

    /** How it plays a pack; empty when its market is its own. */
    Optional<Playback> playback();

    @Override
    void close();

    /**
     * A pack to play in place of a market of its own.
     *
     * @param file where the pack is from
     * @param day of the pack to play now; empty for the first that there is
     */
    record PlayedPack(Pack pack, Path file, Optional<LocalDate> day) {

        public PlayedPack {
            Objects.requireNonNull(pack, "pack");
            Objects.requireNonNull(file, "file");
        }
    }

    /**
     * How a pack is played.
     *
     * @param daysLater than it was
     * @param end from when on prices stand still
     */
    record Playback(long daysLater, Instant end) {

        public Playback {
            Objects.requireNonNull(end, "end");
        }
    }

    /** Starts one. */
    @FunctionalInterface
    interface Starter {

        /**
         * @param port 0 for any that is free
         * @param played what to play; empty for a market of its own
         * @throws io.argus.domain.ConfigException when the port is taken, or the pack holds nothing of the day
         * @throws io.argus.domain.DataException when the pack holds nothing that the exchange could trade
         */
        SimulatedExchange start(int port, Optional<PlayedPack> played);
    }
}
