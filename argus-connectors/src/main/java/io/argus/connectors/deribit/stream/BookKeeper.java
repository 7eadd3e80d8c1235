package io.argus.connectors.deribit.stream;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps one order book by its messages. A change is applied when it names the change that the book is at; otherwise
 * something was missed, and the book is worth nothing until it comes whole again. The numbers of changes jump, so that
 * nothing follows from their size. For use by one thread.
 */
final class BookKeeper {

    /** What a message did to the book. */
    enum Effect {
        /** The book is as the exchange has it. */
        CURRENT,
        /** The message was known already. */
        REPEATED,
        /** A message is missing: the book is lost from here. */
        LOST,
        /** The book was lost before, and still is. */
        STILL_LOST
    }

    private final String instrument;
    private final SortedMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final SortedMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private long changeId;
    private long timeMs;
    private boolean current;

    BookKeeper(String instrument) {
        this.instrument = instrument;
    }

    Effect apply(BookMessage message) {
        if (message.whole()) {
            bids.clear();
            asks.clear();
            current = true;
        } else if (!current) {
            return Effect.STILL_LOST;
        } else if (message.changeId() == changeId) {
            return Effect.REPEATED;
        } else if (message.previous().orElse(0) != changeId) {
            lose();
            return Effect.LOST;
        }
        set(bids, message.bids());
        set(asks, message.asks());
        changeId = message.changeId();
        timeMs = message.timeMs();
        return Effect.CURRENT;
    }

    /** Forgets the book until it comes whole. */
    void lose() {
        current = false;
        bids.clear();
        asks.clear();
    }

    boolean current() {
        return current;
    }

    /** The book, unless it may be wrong. */
    Optional<Book> find() {
        return current ? Optional.of(new Book(instrument, changeId, timeMs, bids, asks)) : Optional.empty();
    }

    private static void set(SortedMap<BigDecimal, BigDecimal> side, List<BookMessage.Level> levels) {
        for (BookMessage.Level level : levels) {
            if (level.amount().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level.amount());
            }
        }
    }
}
