package io.argus.app.cli;

import io.argus.app.recording.ExchangeAccess;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code argus deribit chain}. */
@Command(
        name = "chain",
        description = {
            "Shows the option chain as it is quoted now.",
            "Implied volatility in percent by strike and expiry, of calls from the underlying's price up",
            "and of puts below it."
        },
        footer = {"", "Example:", "  argus deribit chain --currency BTC --format json"})
final class DeribitChainCommand implements Runnable {

    /** As many columns as fit beside the strikes. */
    private static final int MOST_EXPIRIES = 9;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dMMMyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Terminal base;
    private final ExchangeAccess.Opener exchanges;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private ExchangeOptions exchange = new ExchangeOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    DeribitChainCommand(Terminal base, ExchangeAccess.Opener exchanges) {
        this.base = base;
        this.exchanges = exchanges;
    }

    @Override
    public void run() {
        OptionChain chain;
        try (ExchangeAccess access = exchanges.open(exchange.address())) {
            chain = access.chains().current(exchange.market().underlying());
        }
        Terminal terminal = options.terminal(base);
        terminal.result(format.json() ? Json.text(json(chain)) : table(chain, terminal));
    }

    private static String table(OptionChain chain, Terminal terminal) {
        SortedSet<Long> expiries = new TreeSet<>();
        SortedSet<Double> strikes = new TreeSet<>();
        for (int row = 0; row < chain.size(); row++) {
            expiries.add(chain.expiryMs(row));
            strikes.add(chain.strike(row));
        }
        List<Long> shown = expiries.stream().limit(MOST_EXPIRIES).toList();
        List<String> headers = new ArrayList<>(List.of("strike>"));
        shown.forEach(expiry -> headers.add(DAY.format(Instant.ofEpochMilli(expiry)) + ">"));
        Table table = Table.of(headers.toArray(String[]::new));
        for (double strike : strikes) {
            List<String> cells = new ArrayList<>(List.of(number(strike)));
            shown.forEach(expiry -> cells.add(volatility(chain, strike, expiry)));
            table.row(cells.toArray(String[]::new));
        }
        String price = chain.underlyingPrice().isPresent()
                ? " at " + number(chain.underlyingPrice().getAsDouble())
                : "";
        String more = expiries.size() > shown.size()
                ? ", the first " + shown.size() + " of " + expiries.size() + " expiries"
                : "";
        return chain.underlying() + price + ", received " + Instant.ofEpochMilli(chain.receivedMs()) + more + "\n"
                + table.render(terminal.ansi());
    }

    private static String volatility(OptionChain chain, double strike, long expiryMs) {
        boolean above = strike >= chain.underlyingPrice().orElse(strike);
        OptionalInt row = chain.findRow(above ? Right.CALL : Right.PUT, strike, expiryMs);
        return row.isPresent() && chain.impliedVolatility(row.getAsInt()).isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%.1f",
                        100 * chain.impliedVolatility(row.getAsInt()).getAsDouble())
                : "";
    }

    private static Map<String, Object> json(OptionChain chain) {
        List<Map<String, Object>> quotes = new ArrayList<>();
        for (int row = 0; row < chain.size(); row++) {
            Map<String, Object> quote = new LinkedHashMap<>();
            quote.put("right", chain.right(row).name().toLowerCase(Locale.ROOT));
            quote.put("strike", chain.strike(row));
            quote.put("expiry_ms", chain.expiryMs(row));
            put(quote, "bid", chain.bid(row));
            put(quote, "ask", chain.ask(row));
            put(quote, "iv", orAbsent(chain.impliedVolatility(row)));
            quotes.add(quote);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", chain.underlying());
        document.put("recv_ts_ms", chain.receivedMs());
        document.put("source_ts_ms", chain.sourceMs());
        put(document, "underlying_price", orAbsent(chain.underlyingPrice()));
        document.put("provider", chain.provider());
        document.put("quotes", quotes);
        return document;
    }

    private static double orAbsent(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    /** What is absent has no key. */
    private static void put(Map<String, Object> into, String key, double value) {
        if (!Double.isNaN(value)) {
            into.put(key, value);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
