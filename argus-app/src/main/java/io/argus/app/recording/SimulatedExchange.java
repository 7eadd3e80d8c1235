package io.argus.app.recording;

/** An exchange of our own making on this machine. */
public interface SimulatedExchange extends AutoCloseable {

    /** Scheme, host and port. */
    String address();

    /** Tells its subscribers what has happened since the last time. */
    void tick();

    @Override
    void close();

    /** Starts one. */
    @FunctionalInterface
    interface Starter {

        /**
         * @param port 0 for any that is free
         * @throws io.argus.domain.ConfigException when the port is taken
         */
        SimulatedExchange start(int port);
    }
}
