package io.argus.domain.strategy;

/**
 * How often a condition kept a strategy from trading: the first that did so, each time it looked.
 *
 * @param gate the condition, such as {@code no_iv} or {@code vrp_below_minimum}
 */
public record GateCount(String gate, long count) {

    public GateCount {
        if (gate.isBlank() || count < 0) {
            throw new IllegalArgumentException("gate \"" + gate + "\" counted " + count + " times");
        }
    }
}
