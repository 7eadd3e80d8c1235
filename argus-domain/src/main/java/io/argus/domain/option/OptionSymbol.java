package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes and reads {@link OptionContract#symbol() symbols of contracts}. By hand, because a replay does so at every order
 * on options, where a formatter of dates, a regular expression and decimals took longer than the order itself.
 */
final class OptionSymbol {

    private static final char SEPARATOR = '-';
    private static final long MINUTE_MS = 60_000;
    private static final int MINUTES_LENGTH = "uuuuMMddTHHmm".length();
    private static final int MILLISECONDS_LENGTH = "uuuuMMddTHHmmssSSS".length();
    private static final int T_AT = "uuuuMMdd".length();
    /** Of most contracts, whose strikes have few digits. */
    private static final int MOST_BESIDE_UNDERLYING = 24;
    /** Below it a whole number has the digits of its {@code long}. */
    private static final double EXACT = 1e15;

    private OptionSymbol() {}

    static String of(OptionContract contract) {
        StringBuilder text = new StringBuilder(contract.underlying().length() + MOST_BESIDE_UNDERLYING);
        text.append(contract.underlying()).append(SEPARATOR);
        appendTime(text, contract.expiryMs());
        text.append(SEPARATOR);
        appendStrike(text, contract.strike());
        return text.append(SEPARATOR)
                .append(contract.right() == Right.PUT ? 'P' : 'C')
                .toString();
    }

    /** Empty when the text is no contract's symbol. Only the underlying may contain separators. */
    static Optional<OptionContract> find(String symbol) {
        int rightAt = symbol.lastIndexOf(SEPARATOR) + 1;
        int strikeAt = symbol.lastIndexOf(SEPARATOR, rightAt - 2) + 1;
        int timeAt = symbol.lastIndexOf(SEPARATOR, strikeAt - 2) + 1;
        if (timeAt < 2
                || !isRight(symbol, rightAt)
                || !isDecimal(symbol, strikeAt, rightAt - 1)
                || !isTime(symbol, timeAt, strikeAt - 1)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OptionContract(
                    symbol.substring(0, timeAt - 1),
                    symbol.charAt(rightAt) == 'P' ? Right.PUT : Right.CALL,
                    Double.parseDouble(symbol.substring(strikeAt, rightAt - 1)),
                    time(symbol, timeAt, strikeAt - 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void appendTime(StringBuilder text, long timeMs) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(timeMs, 1000L), 0, ZoneOffset.UTC);
        int year = time.getYear();
        if (year >= 0 && year <= 9999) {
            appendDigits(text, year, 1000);
        } else {
            text.append(String.format(Locale.ROOT, year < 0 ? "%05d" : "+%d", year));
        }
        appendDigits(text, time.getMonthValue(), 10);
        appendDigits(text, time.getDayOfMonth(), 10);
        text.append('T');
        appendDigits(text, time.getHour(), 10);
        appendDigits(text, time.getMinute(), 10);
        if (timeMs % MINUTE_MS != 0) {
            appendDigits(text, time.getSecond(), 10);
            appendDigits(text, (int) Math.floorMod(timeMs, 1000L), 100);
        }
    }

    /** With leading zeros. */
    private static void appendDigits(StringBuilder text, int value, int highestUnit) {
        for (int unit = highestUnit; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
    }

    private static void appendStrike(StringBuilder text, double strike) {
        if (strike < EXACT && strike == Math.rint(strike)) {
            text.append((long) strike);
        } else {
            text.append(BigDecimal.valueOf(strike).stripTrailingZeros().toPlainString());
        }
    }

    private static boolean isRight(String symbol, int at) {
        return symbol.length() == at + 1 && (symbol.charAt(at) == 'P' || symbol.charAt(at) == 'C');
    }

    /** Digits, with a point among them or without. */
    private static boolean isDecimal(String symbol, int from, int to) {
        int point = symbol.indexOf('.', from);
        if (point < 0 || point >= to) {
            return areDigits(symbol, from, to);
        }
        return areDigits(symbol, from, point) && areDigits(symbol, point + 1, to);
    }

    private static boolean isTime(String symbol, int from, int to) {
        int length = to - from;
        return (length == MINUTES_LENGTH || length == MILLISECONDS_LENGTH)
                && symbol.charAt(from + T_AT) == 'T'
                && areDigits(symbol, from, from + T_AT)
                && areDigits(symbol, from + T_AT + 1, to);
    }

    private static boolean areDigits(String symbol, int from, int to) {
        for (int i = from; i < to; i++) {
            if (symbol.charAt(i) < '0' || symbol.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /**
     * @throws DateTimeException for a day or a time of day that does not exist
     */
    private static long time(String symbol, int from, int to) {
        boolean wholeMinute = to - from == MINUTES_LENGTH;
        int clock = from + T_AT + 1;
        return LocalDateTime.of(
                                        number(symbol, from, from + 4),
                                        number(symbol, from + 4, from + 6),
                                        number(symbol, from + 6, from + 8),
                                        number(symbol, clock, clock + 2),
                                        number(symbol, clock + 2, clock + 4),
                                        wholeMinute ? 0 : number(symbol, clock + 4, clock + 6))
                                .toEpochSecond(ZoneOffset.UTC)
                        * 1000
                + (wholeMinute ? 0 : number(symbol, clock + 6, clock + 9));
    }

    private static int number(String symbol, int from, int to) {
        return Integer.parseInt(symbol, from, to, 10);
    }
}
