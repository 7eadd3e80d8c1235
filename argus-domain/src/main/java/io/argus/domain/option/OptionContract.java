package io.argus.domain.option;

import java.util.Objects;
import java.util.Optional;

/**
 * What an option gives the right to. Its {@link #symbol()} names it in orders, fills and positions:
 * {@code SPX-20240119T2100-4500-P} is the put on SPX at 4500 that settles on 2024-01-19 at 21:00 UTC.
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

    /** Underlying, expiry in UTC, strike and right; {@link #findBySymbol} reads it back. */
    public String symbol() {
        return OptionSymbol.of(this);
    }

    /** The contract of this symbol; empty when the text is no contract's symbol. */
    public static Optional<OptionContract> findBySymbol(String symbol) {
        return OptionSymbol.find(symbol);
    }

    /** Value at settlement per unit of the underlying, in the quote currency. */
    public double intrinsicValue(double underlyingPrice) {
        double signed = right == Right.CALL ? underlyingPrice - strike : strike - underlyingPrice;
        return Math.max(0, signed);
    }
}
