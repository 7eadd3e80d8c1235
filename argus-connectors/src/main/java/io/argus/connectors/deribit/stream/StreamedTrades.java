package io.argus.connectors.deribit.stream;

import io.argus.domain.ExchangeException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.MarketTrade;
import io.argus.research.port.TradeHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades heard as they happen, so that each is known from when it came and not from when somebody asked. An instrument is
 * listened to from the first time that its trades are asked for. What was not heard is asked of the history: before the
 * stream is live, while its connection is lost, and for what was before it. What has not come yet is given the next time.
 * Safe for any number of threads.
 */
public final class StreamedTrades implements TradeHistory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedTrades.class);

    private final TradeHistory history;
    private final DeribitStream stream;
    private final Map<String, Tape> tapes = new ConcurrentHashMap<>();

    /**
     * @param opening makes the stream; it is closed with this
     */
    public StreamedTrades(TradeHistory history, Function<StreamListener, DeribitStream> opening) {
        this.history = history;
        stream = opening.apply(new Ear());
    }

    @Override
    public Trades after(String instrument, long sequence) {
        Tape tape = tape(instrument);
        // Whether it is live is asked first: what comes afterwards only adds to what was heard.
        boolean live = stream.state() == StreamState.LIVE;
        return Optional.of(tape)
                .filter(each -> live)
                .flatMap(each -> each.after(sequence))
                .orElseGet(() -> history.after(instrument, sequence));
    }

    @Override
    public Trades latest(String instrument) {
        tape(instrument);
        return history.latest(instrument);
    }

    @Override
    public void close() {
        stream.close();
    }

    private Tape tape(String instrument) {
        return tapes.computeIfAbsent(instrument, fresh -> {
            stream.subscribe(List.of("trades." + fresh + ".100ms"));
            return new Tape();
        });
    }

    /** Trades of one instrument without a hole between them, the newest so far at the end. */
    private static final class Tape {

        /** Days of a busy instrument; who has not asked for so long asks the history. */
        private static final int LONGEST = 200_000;

        private final Deque<MarketTrade> trades = new ArrayDeque<>();
        private long last;

        private synchronized void add(Trades told) {
            boolean follows = told.lastSequence() - told.trades().size() == last;
            if (!follows) {
                // The first of all, or with numbers missing between: where each belongs cannot be told.
                trades.clear();
            }
            if (follows || last == 0) {
                trades.addAll(told.trades());
            }
            last = told.lastSequence();
            while (trades.size() > LONGEST) {
                trades.removeFirst();
            }
        }

        /** Empty when not all after it were heard. Those up to it are not needed any more. */
        private synchronized Optional<Trades> after(long sequence) {
            if (last == 0 || sequence < last - trades.size()) {
                return Optional.empty();
            }
            while (!trades.isEmpty() && sequence > last - trades.size()) {
                trades.removeFirst();
            }
            return Optional.of(new Trades(List.copyOf(trades), Math.max(last, sequence)));
        }
    }

    /** Writes trades on their tapes, and what went wrong into the log. */
    private final class Ear implements StreamListener {

        @Override
        public void trades(String instrument, Trades trades) {
            tape(instrument).add(trades);
        }

        @Override
        public void gap(Gap gap) {
            LOG.info(
                    "event=gap channel={} from_ms={} to_ms={} made_up={}",
                    gap.channel(),
                    gap.fromMs(),
                    gap.toMs(),
                    gap.madeUp());
        }

        @Override
        public void state(StreamState state) {
            LOG.debug("event=stream state={}", state);
        }

        @Override
        public void rejected(List<String> channels, String reason) {
            LOG.warn("event=not_streamed channels={} reason=\"{}\"", channels, reason);
        }

        @Override
        public void failed(ExchangeException reason) {
            LOG.warn("event=stream_refused reason=\"{}\"", reason.getMessage());
        }

        @Override
        public void book(Book book) {
            // Not subscribed to.
        }

        @Override
        public void bars(BarSeries bars) {
            // Not subscribed to.
        }

        @Override
        public void ticker(Ticker ticker) {
            // Not subscribed to.
        }
    }
}
