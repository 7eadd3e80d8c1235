package io.argus.domain.option;

import java.util.Objects;

/**
 * What an option gives the right to.
 *
 * @param strike in the quote currency of the underlying
 * @param expiryMs when it settles
 */
public record OptionContract(String underlying, Right right, double strike, long expiryMs) {

    /** To sell or to buy. */
    public enum Right {
        PUT,
        CALL
    }

    public OptionContract {
        if (underlying.isBlank()) {
            throw new IllegalArgumentException("an option needs an underlying");
        }
        Objects.requireNonNull(right, "right");
        if (!(strike > 0) || Double.isInfinite(strike)) {
            throw new IllegalArgumentException("strike must be positive: " + strike);
        }
    }

    /** Value at settlement per unit of the underlying, in the quote currency. */
    public double intrinsicValue(double underlyingPrice) {
        double signed = right == Right.CALL ? underlyingPrice - strike : strike - underlyingPrice;
        return Math.max(0, signed);
    }
}
