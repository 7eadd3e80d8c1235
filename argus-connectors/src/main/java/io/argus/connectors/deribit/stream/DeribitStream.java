package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitAddress;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.domain.ExchangeException;
import io.argus.research.port.Meter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deribit's channels over one WebSocket, which is opened anew, for ever until closed, whenever it is lost. Everything is
 * subscribed to again then, books begin with a new first message, and trades and bars that were missed are asked for.
 *
 * <p>All state belongs to the single thread of the host; connections, inquiries and callers hand their events over to
 * it. The methods may be called by any thread, and none of them waits.
 */
public final class DeribitStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeribitStream.class);

    /** How long the exchange has to answer a goodbye. */
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Sockets sockets;
    private final CreditLimiter credits;
    private final Optional<Credentials> keys;
    private final StreamHost host;
    private final StreamSettings settings;
    private final StreamListener listener;
    private final Subscriptions subscriptions;
    private final Timers timers;
    private final Map<String, Book> books = new ConcurrentHashMap<>();

    private Optional<Session> session = Optional.empty();
    private boolean reconnecting;
    private boolean arrived;
    private int failures;
    private volatile StreamState state = StreamState.STALE;

    /**
     * Nothing is connected before the first channel is subscribed to.
     *
     * @param keys without them raw channels are refused
     * @param credits shared by everything that talks to Deribit from here
     * @param listener told everything by the host's thread
     */
    public DeribitStream(
            DeribitAddress address,
            Optional<Credentials> keys,
            CreditLimiter credits,
            MissedData missed,
            StreamHost host,
            StreamSettings settings,
            StreamListener listener) {
        this(Sockets.of(address, host.blocking()), keys, credits, missed, host, settings, listener);
    }

    DeribitStream(
            Sockets sockets,
            Optional<Credentials> keys,
            CreditLimiter credits,
            MissedData missed,
            StreamHost host,
            StreamSettings settings,
            StreamListener listener) {
        this.sockets = sockets;
        this.credits = credits;
        this.keys = keys;
        this.host = host;
        this.settings = settings;
        this.listener = listener;
        timers = new Timers(host.thread(), this::guarded);
        Inquiry.Desk desk = new Inquiry.Desk(host, settings, timers, this::guarded);
        subscriptions = new Subscriptions(name -> channel(name, missed, desk), listener, this::review);
    }

    /**
     * Subscribes to channels of instruments: {@code book.X.100ms}, {@code trades.X.100ms}, {@code ticker.X.100ms} or
     * {@code chart.trades.X.1}, or with other intervals that Deribit has. Does nothing after the end.
     *
     * @throws IllegalArgumentException when one is no such channel
     */
    public void subscribe(Collection<String> channels) {
        List<ChannelName> names = channels.stream().map(ChannelName::parse).toList();
        host.thread()
                .execute(() -> guarded(() -> {
                    subscriptions.add(names);
                    arrived = false;
                    if (session.isEmpty() && !reconnecting) {
                        connect();
                    }
                }));
    }

    /** What the data is worth now. */
    public StreamState state() {
        return state;
    }

    /**
     * The order book of a channel, unless it may be old: while there is no connection, before its first message, and
     * after a message that is missing there is none.
     */
    public Optional<Book> findBook(String channel) {
        return Optional.ofNullable(books.get(channel));
    }

    /** Ends the connection and all waiting for another. Returns at once; the state tells when it is done. */
    @Override
    public void close() {
        try {
            host.thread().execute(this::end);
        } catch (RejectedExecutionException e) {
            LOG.debug("event=closed_after_its_thread reason=\"{}\"", e.getMessage());
        }
    }

    private Channel channel(ChannelName name, MissedData missed, Inquiry.Desk desk) {
        return switch (name.kind()) {
            case BOOK -> new BookChannel(name, listener, host.clock(), books, () -> subscriptions.askAnew(name.text()));
            case TRADES -> new TradesChannel(name, listener, host.clock(), missed.trades(), desk);
            case TICKER -> new TickerChannel(name, listener, host.clock());
            case BARS -> new BarsChannel(name, listener, host.clock(), missed.bars(), desk);
        };
    }

    private void connect() {
        reconnecting = false;
        arrived = false;
        Session fresh = new Session(host, settings, credits, keys, new Life());
        session = Optional.of(fresh);
        fresh.open(sockets);
    }

    private void lost(String reason) {
        disconnected();
        Duration wait = settings.backOff(failures, host.random().getAsDouble());
        failures++;
        LOG.info("event=disconnected reason=\"{}\" reconnect_ms={}", reason, wait.toMillis());
        reconnecting = true;
        host.meter().count(Meter.Event.RECONNECT);
        timers.after(wait, this::connect);
    }

    private void disconnected() {
        session.ifPresent(was -> subscriptions.disconnected(was.lastFrameMs()));
        session = Optional.empty();
    }

    private void end() {
        if (state != StreamState.CLOSED) {
            timers.cancel();
            session.ifPresent(open -> open.close(GOODBYE));
            disconnected();
            become(StreamState.CLOSED);
        }
    }

    /** What goes wrong with an event ends the connection, not the stream: the next begins from what is known. */
    private void guarded(Runnable event) {
        if (state == StreamState.CLOSED) {
            return;
        }
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.warn("event=stream_event_failed reason=\"{}\"", e.getMessage(), e);
            session.ifPresent(open -> {
                open.abandon();
                lost("an event that could not be handled");
            });
        }
        review();
    }

    private void review() {
        if (state == StreamState.CLOSED) {
            return;
        }
        if (session.isEmpty()) {
            become(StreamState.STALE);
        } else if (subscriptions.current()) {
            arrived = true;
            become(StreamState.LIVE);
        } else {
            become(arrived ? StreamState.STALE : StreamState.CONNECTING);
        }
    }

    private void become(StreamState next) {
        if (state != next) {
            state = next;
            listener.state(next);
            if (next == StreamState.LIVE) {
                session.ifPresent(open -> open.after(settings.healthy(), () -> failures = 0));
            }
        }
    }

    /** What a connection tells the stream. */
    private final class Life implements Session.Owner {

        @Override
        public void ready() {
            session.ifPresent(subscriptions::begin);
            review();
        }

        @Override
        public void received(JsonNode parameters) {
            subscriptions.receive(parameters);
            // Looking at one channel is enough while all the others are known to be current.
            if (state != StreamState.LIVE
                    || !subscriptions.current(parameters.path("channel").asText())) {
                review();
            }
        }

        @Override
        public void ended(String reason) {
            lost(reason);
            review();
        }

        @Override
        public void refused(ExchangeException reason) {
            listener.failed(reason);
            end();
        }
    }
}
