package io.argus.connectors.deribit.stream;

import io.argus.research.port.Meter;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;

/**
 * What a stream runs on. Whoever made it ends it, after closing the stream.
 *
 * @param thread a single thread, which all state belongs to and which calls the listener
 * @param blocking for what takes its time: reading the connection and asking for what was missed; two threads or more
 * @param clock tells when something was received
 * @param random from 0 to 1, for the waits between connections
 * @param meter takes note of connections made anew
 */
public record StreamHost(
        ScheduledExecutorService thread,
        ExecutorService blocking,
        InstantSource clock,
        DoubleSupplier random,
        Meter meter) {}
