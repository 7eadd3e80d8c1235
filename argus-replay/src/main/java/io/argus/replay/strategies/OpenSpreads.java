package io.argus.replay.strategies;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The spreads of a strategy that are ordered or held, one for each expiry; never so many that looking for one costs. */
final class OpenSpreads {

    private final List<CreditSpread> spreads = new ArrayList<>();

    /** By expiry; what was passed last may be removed. */
    Iterator<CreditSpread> iterator() {
        return spreads.iterator();
    }

    void add(CreditSpread spread) {
        int at = 0;
        while (at < spreads.size() && spreads.get(at).expiryMs() < spread.expiryMs()) {
            at++;
        }
        spreads.add(at, spread);
    }

    void remove(CreditSpread spread) {
        spreads.remove(spread);
    }

    boolean anyOf(long expiryMs) {
        for (int i = 0; i < spreads.size(); i++) {
            if (spreads.get(i).expiryMs() == expiryMs) {
                return true;
            }
        }
        return false;
    }

    /** The one whose orders carry the tag. */
    Optional<CreditSpread> find(String tag) {
        for (int i = 0; i < spreads.size(); i++) {
            if (spreads.get(i).tag().equals(tag)) {
                return Optional.of(spreads.get(i));
            }
        }
        return Optional.empty();
    }
}
