package io.argus.domain.option;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SYMBOL =
            Pattern.compile("(.+)-(\\d{8}T\\d{4}|\\d{8}T\\d{9})-(\\d+(?:\\.\\d+)?)-([PC])");
    private static final int MINUTES_LENGTH = 13;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);
    /** A pattern of digits alone would read the milliseconds as part of the seconds. */
    private static final DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMdd'T'HHmmss")
            .appendValue(ChronoField.MILLI_OF_SECOND, 3)
            .toFormatter(Locale.ROOT);

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
        LocalDateTime expiry = LocalDateTime.ofInstant(Instant.ofEpochMilli(expiryMs), ZoneOffset.UTC);
        boolean wholeMinute = expiryMs % 60_000 == 0;
        return underlying + "-" + (wholeMinute ? MINUTES : MILLISECONDS).format(expiry) + "-"
                + BigDecimal.valueOf(strike).stripTrailingZeros().toPlainString() + "-"
                + (right == Right.PUT ? "P" : "C");
    }

    /** The contract of this symbol; empty when the text is no contract's symbol. */
    public static Optional<OptionContract> findBySymbol(String symbol) {
        Matcher parts = SYMBOL.matcher(symbol);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group(2);
        try {
            LocalDateTime expiry = LocalDateTime.parse(time, time.length() == MINUTES_LENGTH ? MINUTES : MILLISECONDS);
            return Optional.of(new OptionContract(
                    parts.group(1),
                    parts.group(4).equals("P") ? Right.PUT : Right.CALL,
                    Double.parseDouble(parts.group(3)),
                    expiry.toInstant(ZoneOffset.UTC).toEpochMilli()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Value at settlement per unit of the underlying, in the quote currency. */
    public double intrinsicValue(double underlyingPrice) {
        double signed = right == Right.CALL ? underlyingPrice - strike : strike - underlyingPrice;
        return Math.max(0, signed);
    }
}
