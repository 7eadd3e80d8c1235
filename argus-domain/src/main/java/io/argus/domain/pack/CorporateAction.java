package io.argus.domain.pack;

/**
 * A split, a dividend or both, from the session that opens at ex-time on.
 *
 * @param split new units for each old one; 1 for none
 * @param dividend cash for each unit held before ex-time, before the split, in the quote currency; 0 for none
 */
public record CorporateAction(String symbol, long exMs, double split, double dividend) {

    public CorporateAction {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("a corporate action needs a symbol");
        }
        if (!(split > 0) || Double.isInfinite(split)) {
            throw new IllegalArgumentException("split of " + symbol + " must be positive: " + split);
        }
        if (!(dividend >= 0) || Double.isInfinite(dividend)) {
            throw new IllegalArgumentException("dividend of " + symbol + " must not be negative: " + dividend);
        }
    }
}
