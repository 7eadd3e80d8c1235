package io.argus.replay.engine;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A hash over decisions, fills and equity, in the order in which they happened. Two runs that differ anywhere differ
 * here, but for one chance in 2^64: every event starts with a number of its kind, every choice has one of its own, and every
 * text goes in as a hash of its length and its characters, so that no two courses of events are the same sequence of
 * numbers. Mixing is that of SplitMix64 (Steele, Lea and Flood 2014).
 */
final class Fingerprint {

    private static final int CHARS_IN_A_LONG = Long.BYTES / Character.BYTES;

    private static final long START = 0x9E3779B97F4A7C15L;
    private static final long KIND = 0xD1B54A32D192ED03L;
    private static final int TEXTS_KEPT = 64;

    private long state = START;
    /** Symbols and tags come again and again; the last of them are not read anew. */
    private final String[] texts = new String[TEXTS_KEPT];

    private final long[] hashes = new long[TEXTS_KEPT];

    void equity(double equity) {
        start(1, Double.doubleToLongBits(equity));
    }

    void decided(long nowMs, Order order) {
        start(shape(order), nowMs);
        add(order.tag());
        for (int i = 0; i < order.legs().size(); i++) {
            add(order.legs().get(i));
        }
        add(order.execution());
        addPresent(order.closes());
        addPresent(order.protection().stop());
        addPresent(order.protection().target());
    }

    /** What an order has, and with it how many numbers follow. */
    private static long shape(Order order) {
        long shape = order.legs().size();
        shape = shape << 3 | kind(order.execution());
        shape = shape << 1 | (order.closes().isPresent() ? 1 : 0);
        shape = shape << 1 | (order.protection().stop().isPresent() ? 1 : 0);
        shape = shape << 1 | (order.protection().target().isPresent() ? 1 : 0);
        return shape << 3 | 2;
    }

    void filled(Fill fill) {
        start(3, fill.knownMs());
        add(fill.symbol());
        add(fill.quantity() * fill.side().sign());
        add(fill.price());
        add(fill.commission());
    }

    void rejected(Rejection rejection) {
        start(4, rejection.timeMs());
        add(rejection.reason().name());
    }

    void settled(String symbol, long knownMs, double price) {
        start(5, knownMs);
        add(symbol);
        add(price);
    }

    String hex() {
        return HexFormat.of().toHexDigits(state);
    }

    private void add(Leg leg) {
        long symbol = hashOf(leg.symbol());
        boolean buys = leg.side() == Side.BUY;
        if (leg.quantity() instanceof Quantity.FractionOfEquity part) {
            add(symbol + (buys ? 1 : 2));
            add(part.fraction());
        } else if (leg.quantity() instanceof Quantity.Units number) {
            add(symbol + (buys ? 3 : 4));
            add(number.units());
        } else {
            add(symbol + (buys ? 5 : 6));
        }
    }

    private static int kind(Execution execution) {
        if (execution instanceof Execution.Limit limit) {
            return limit.timeInForceMs().isPresent() ? 1 : 2;
        }
        if (execution instanceof Execution.Stop stop) {
            return stop.timeInForceMs().isPresent() ? 3 : 4;
        }
        return switch ((Execution.Simple) execution) {
            case MARKET -> 5;
            case MARKET_ON_OPEN -> 6;
            case MARKET_ON_CLOSE -> 7;
        };
    }

    private void add(Execution execution) {
        if (execution instanceof Execution.Limit limit) {
            add(limit.price());
            addPresent(limit.timeInForceMs());
        } else if (execution instanceof Execution.Stop stop) {
            add(stop.price());
            addPresent(stop.timeInForceMs());
        }
    }

    private void addPresent(OptionalLong number) {
        if (number.isPresent()) {
            add(number.getAsLong());
        }
    }

    private void addPresent(OptionalDouble number) {
        if (number.isPresent()) {
            add(number.getAsDouble());
        }
    }

    private void add(String text) {
        add(hashOf(text));
    }

    private long hashOf(String text) {
        int place = place(text.hashCode());
        if (!text.equals(texts[place])) {
            texts[place] = text;
            hashes[place] = hash(text);
        }
        return hashes[place];
    }

    /** Low bits alone hardly tell symbols apart that differ in few characters. */
    private static int place(int hash) {
        return (hash ^ (hash >>> 6) ^ (hash >>> 16)) & (TEXTS_KEPT - 1);
    }

    private static long hash(String text) {
        long hash = mixed(START, text.length());
        for (int from = 0; from < text.length(); from += CHARS_IN_A_LONG) {
            long packed = 0;
            int to = Math.min(from + CHARS_IN_A_LONG, text.length());
            for (int i = from; i < to; i++) {
                packed = packed << Character.SIZE | text.charAt(i);
            }
            hash = mixed(hash, packed);
        }
        return hash;
    }

    private void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    /** The first number of an event, and with it what kind of event it is of. */
    private void start(long kind, long value) {
        state = mixed(state + kind * KIND, value);
    }

    private void add(long value) {
        state = mixed(state, value);
    }

    private static long mixed(long before, long value) {
        long mixed = (before ^ value) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
