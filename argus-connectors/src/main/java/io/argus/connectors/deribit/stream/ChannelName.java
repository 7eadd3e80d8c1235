package io.argus.connectors.deribit.stream;

import java.time.Duration;

/**
 * The name of a channel, taken apart.
 *
 * @param text such as {@code book.BTC-PERPETUAL.100ms} or {@code chart.trades.BTC-PERPETUAL.1}
 */
record ChannelName(String text, Kind kind, String instrument) {

    /** What a channel tells. */
    enum Kind {
        BOOK,
        TRADES,
        TICKER,
        BARS
    }

    /**
     * @throws IllegalArgumentException when it is no channel that a stream understands
     */
    static ChannelName parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length == 4 && parts[0].equals("chart") && parts[1].equals("trades")) {
            ChannelName bars = new ChannelName(text, Kind.BARS, parts[2]);
            bars.barDuration();
            return bars;
        }
        boolean depth = parts.length == 5 && parts[0].equals("book");
        if (parts.length != 3 && !depth) {
            throw unknown(text);
        }
        return switch (parts[0]) {
            case "book" -> new ChannelName(text, Kind.BOOK, parts[1]);
            case "trades" -> new ChannelName(text, Kind.TRADES, parts[1]);
            case "ticker" -> new ChannelName(text, Kind.TICKER, parts[1]);
            default -> throw unknown(text);
        };
    }

    /** The length of the bars that it tells, which stands at the end of its name in minutes, or is a day. */
    Duration barDuration() {
        String resolution = text.substring(text.lastIndexOf('.') + 1);
        try {
            return resolution.equals("1D") ? Duration.ofDays(1) : Duration.ofMinutes(Integer.parseInt(resolution));
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("expected book.X.…, trades.X.…, ticker.X.… or chart.trades.X.… of an "
                + "instrument X, not \"" + text + "\"");
    }
}
