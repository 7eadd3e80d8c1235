package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.rest.CountedEvents;
import io.argus.connectors.deribit.rest.DeribitPriceHistory;
import io.argus.connectors.deribit.rest.DeribitRest;
import io.argus.connectors.deribit.rest.DeribitTradeHistory;
import io.argus.connectors.deribit.rest.RetrySettings;
import io.argus.connectors.deribit.simulator.DeribitSimulator;
import io.argus.connectors.deribit.simulator.SimulatedTruth;
import io.argus.connectors.deribit.simulator.WaveMarket;
import io.argus.domain.ExchangeException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.MarketTrade;
import io.argus.research.port.TradeHistory;
import io.argus.research.port.TradeHistory.Trades;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream and the exchange that it listens to, over real sockets and on one virtual time. Everything that is told is
 * compared with the truth when it is told.
 */
final class StreamRig implements StreamListener, AutoCloseable {

    static final String PERPETUAL = "BTC-PERPETUAL";
    static final String OPTION = "BTC-25DEC26-90000-C";
    static final List<String> BOOKS = List.of("book." + PERPETUAL + ".100ms", "book." + OPTION + ".100ms");
    static final String TRADES = "trades." + PERPETUAL + ".100ms";
    static final String BARS = "chart.trades." + PERPETUAL + ".1";
    static final String TICKER = "ticker." + OPTION + ".100ms";
    static final List<String> CHANNELS = List.of(BOOKS.get(0), BOOKS.get(1), TRADES, TICKER, BARS);

    final VirtualTime time = new VirtualTime("2026-11-24T12:00:00Z");
    final DeribitSimulator simulator;
    final SimulatedTruth truth;
    final CreditLimiter credits = new CreditLimiter(CreditShare.ALL, time, time);
    final CountedEvents meter = new CountedEvents();
    final CountedSockets sockets = new CountedSockets(time::wake);
    final TradeHistory history;
    final DeribitStream stream;
    final List<StreamState> states = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final List<Long> outages = new ArrayList<>();
    final List<String> rejections = new ArrayList<>();
    final List<ExchangeException> failures = new ArrayList<>();
    long books;
    long tickers;
    long trades;
    long bars;

    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    private final ExecutorService workers = time.workers();
    private final DeribitRest rest;
    private long lastTrade;
    private long nextBarMs;

    /**
     * @param share of the credits that the exchange gives; the stream counts on all of them
     */
    StreamRig(Optional<Credentials> keys, CreditShare share, DoubleSupplier random) {
        WaveMarket market = new WaveMarket();
        simulator = DeribitSimulator.start(0, market, time, share);
        truth = new SimulatedTruth(market, simulator);
        rest = new DeribitRest(simulator.address(), credits, time, RetrySettings.DEFAULT);
        time.alsoRest(this::socketsAtRest);
        history = new DeribitTradeHistory(rest, time);
        stream = open(keys, random, this);
    }

    StreamRig() {
        this(Optional.empty(), CreditShare.ALL, () -> 0.5);
    }

    /** Another stream on the same host. Only one at a time may be connected. */
    DeribitStream open(StreamListener listener) {
        return open(Optional.empty(), () -> 0.5, listener);
    }

    private DeribitStream open(Optional<Credentials> keys, DoubleSupplier random, StreamListener listener) {
        return new DeribitStream(
                new Sockets(simulator.address(), sockets),
                keys,
                credits,
                new MissedData(history, new DeribitPriceHistory(rest, time)),
                new StreamHost(time.thread(), workers, time, random, meter),
                StreamSettings.DEFAULT,
                listener);
    }

    /** Lets time pass, half a second a time, and the exchange tell of it. */
    void run(Duration duration) {
        Duration step = Duration.ofMillis(500);
        for (Duration left = duration; !left.isNegative() && !left.isZero(); left = left.minus(step)) {
            time.advance(step);
            simulator.tick();
            time.settle();
            assertBooksThatAreServed();
        }
    }

    void runSeconds(int seconds) {
        run(Duration.ofSeconds(seconds));
    }

    /** Lets time pass until something is so, but not for ever. */
    void runUntil(BooleanSupplier condition, Duration atMost) {
        Duration step = Duration.ofMillis(500);
        Duration left = atMost;
        do {
            run(step);
            left = left.minus(step);
        } while (!condition.getAsBoolean() && !left.isNegative());
        assertThat(condition.getAsBoolean()).isTrue();
    }

    void runUntilLive(Duration atMost) {
        runUntil(() -> stream.state() == StreamState.LIVE, atMost);
    }

    void subscribe() {
        stream.subscribe(CHANNELS);
        runUntilLive(Duration.ofSeconds(5));
    }

    /** Fails unless all that there was by now has been told, and every book is that of now. */
    void assertNothingIsMissing() {
        assertThat(stream.state()).isEqualTo(StreamState.LIVE);
        assertThat(lastTrade).isEqualTo(SimulatedTruth.newestTrade(time.millis()));
        assertThat(nextBarMs).isEqualTo(time.millis() / 60_000 * 60_000);
        for (String each : BOOKS) {
            Book book = stream.findBook(each).orElseThrow();
            assertThat(book.timeMs()).isEqualTo(SimulatedTruth.bookTime(time.millis()));
            truth.assertTrue(book);
        }
    }

    /** Fails unless each channel was told to have been unknown at each time at which the connection was lost. */
    void assertOutagesAreMarked() {
        for (long outageMs : outages) {
            for (String channel : CHANNELS) {
                assertThat(gaps)
                        .as("%s at %d", channel, outageMs)
                        .anyMatch(gap ->
                                gap.channel().equals(channel) && gap.fromMs() <= outageMs && gap.toMs() >= outageMs);
            }
        }
    }

    private void assertBooksThatAreServed() {
        if (!sockets.open()) {
            assertThat(BOOKS.stream().flatMap(each -> stream.findBook(each).stream()))
                    .isEmpty();
            assertThat(stream.state()).isNotEqualTo(StreamState.LIVE);
        }
        BOOKS.forEach(each -> stream.findBook(each).ifPresent(truth::assertTrue));
    }

    @Override
    public void book(Book book) {
        truth.assertTrue(book);
        books++;
    }

    @Override
    public void trades(String instrument, Trades told) {
        for (MarketTrade trade : told.trades()) {
            truth.assertTrue(trade);
            long sequence = SimulatedTruth.sequence(trade);
            if (lastTrade != 0) {
                assertThat(sequence).isEqualTo(lastTrade + 1);
            }
            assertThat(trade.knownMs()).isBetween(trade.timeMs(), time.millis());
            lastTrade = sequence;
            trades++;
        }
        assertThat(told.lastSequence()).isEqualTo(lastTrade);
    }

    @Override
    public void bars(BarSeries told) {
        truth.assertTrue(told);
        for (int i = 0; i < told.size(); i++) {
            if (nextBarMs != 0) {
                assertThat(told.openTime(i)).isEqualTo(nextBarMs);
            }
            assertThat(told.closeTime(i)).isLessThanOrEqualTo(time.millis());
            nextBarMs = told.closeTime(i);
            bars++;
        }
    }

    @Override
    public void ticker(Ticker ticker) {
        assertThat(ticker.timeMs()).isLessThanOrEqualTo(time.millis());
        tickers++;
    }

    @Override
    public void state(StreamState state) {
        assertThat(stream.state()).isEqualTo(state);
        boolean known = !states.isEmpty() && states.get(states.size() - 1) == StreamState.LIVE;
        if (known && BOOKS.stream().noneMatch(each -> stream.findBook(each).isPresent())) {
            outages.add(time.millis());
        }
        states.add(state);
    }

    @Override
    public void gap(Gap gap) {
        assertThat(gap.fromMs()).isLessThanOrEqualTo(gap.toMs());
        assertThat(gap.toMs()).isLessThanOrEqualTo(time.millis());
        gaps.add(gap);
    }

    @Override
    public void rejected(List<String> channels, String reason) {
        rejections.addAll(channels);
    }

    @Override
    public void failed(ExchangeException reason) {
        failures.add(reason);
    }

    /** Ends everything, and fails when a thread is left. */
    @Override
    public void close() {
        stream.close();
        time.advance(Duration.ofMinutes(5));
        assertThat(states).endsWith(StreamState.CLOSED);
        assertThat(simulator.connections()).isZero();
        workers.shutdown();
        sockets.close();
        rest.close();
        simulator.close();
        for (Thread each : threadsLeft()) {
            join(each);
        }
    }

    /** Threads that were not there before, but for the two that OkHttp keeps a minute for all of its clients. */
    Set<Thread> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> !threadsBefore.contains(each))
                .filter(each -> !each.getName().startsWith("junit"))
                .filter(each -> !each.getName().equals("OkHttp TaskRunner")
                        && !each.getName().equals("Okio Watchdog"))
                .collect(Collectors.toSet());
    }

    private boolean socketsAtRest() {
        return sockets.ended()
                ? simulator.connections() == 0
                : sockets.open() && truth.hasExchanged(sockets.sent(), sockets.received());
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
}
