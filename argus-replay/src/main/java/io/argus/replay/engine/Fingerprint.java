package io.argus.replay.engine;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import java.util.HexFormat;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A hash over decisions, fills and equity, in the order in which they happened. Two runs that differ anywhere differ
 * here, but for one chance in 2^64: every event and every choice goes in with a number of its own and every text as a hash
 * of its length and its characters, so that no two courses of events are the same sequence of numbers. Mixing is that of
 * SplitMix64 (Steele, Lea and Flood 2014).
 */
final class Fingerprint {

    private static final int CHARS_IN_A_LONG = Long.BYTES / Character.BYTES;

    private static final long START = 0x9E3779B97F4A7C15L;
    private static final int TEXTS_KEPT = 64;

    private long state = START;
    /** Symbols and tags come again and again; the last of them are not read anew. */
    private final String[] texts = new String[TEXTS_KEPT];

    private final long[] hashes = new long[TEXTS_KEPT];

    void equity(double equity) {
        add(1);
        add(equity);
    }

    void decided(long nowMs, Order order) {
        add(2);
        add(nowMs);
        add(order.tag());
        add(order.legs().size());
        for (int i = 0; i < order.legs().size(); i++) {
            add(order.legs().get(i));
        }
        add(order.execution());
        add(order.closes());
        add(order.protection().stop());
        add(order.protection().target());
    }

    void filled(Fill fill) {
        add(3);
        add(fill.symbol());
        add(fill.knownMs());
        add(fill.quantity() * fill.side().sign());
        add(fill.price());
        add(fill.commission());
    }

    void rejected(Rejection rejection) {
        add(4);
        add(rejection.timeMs());
        add(rejection.reason().name());
    }

    void settled(String symbol, long knownMs, double price) {
        add(5);
        add(knownMs);
        add(symbol);
        add(price);
    }

    String hex() {
        return HexFormat.of().toHexDigits(state);
    }

    private void add(Leg leg) {
        add(leg.symbol());
        add(leg.side().sign());
        if (leg.quantity() instanceof Quantity.FractionOfEquity part) {
            add(1);
            add(part.fraction());
        } else if (leg.quantity() instanceof Quantity.Units number) {
            add(2);
            add(number.units());
        } else {
            add(3);
        }
    }

    private void add(Execution execution) {
        if (execution instanceof Execution.Limit limit) {
            add(1);
            add(limit.price());
            add(limit.timeInForceMs());
        } else if (execution instanceof Execution.Stop stop) {
            add(2);
            add(stop.price());
            add(stop.timeInForceMs());
        } else if (execution instanceof Execution.Simple simple) {
            add(
                    switch (simple) {
                        case MARKET -> 3;
                        case MARKET_ON_OPEN -> 4;
                        case MARKET_ON_CLOSE -> 5;
                    });
        }
    }

    private void add(OptionalLong number) {
        if (number.isPresent()) {
            add(1);
            add(number.getAsLong());
        } else {
            add(0);
        }
    }

    private void add(OptionalDouble number) {
        if (number.isPresent()) {
            add(1);
            add(number.getAsDouble());
        } else {
            add(0);
        }
    }

    private void add(String text) {
        int place = place(text.hashCode());
        if (!text.equals(texts[place])) {
            texts[place] = text;
            hashes[place] = hash(text);
        }
        add(hashes[place]);
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

    private void add(long value) {
        state = mixed(state, value);
    }

    private static long mixed(long before, long value) {
        long mixed = (before ^ value) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
