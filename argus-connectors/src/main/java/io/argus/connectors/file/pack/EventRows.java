package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.IndexPrice;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.Settlement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Reads what a JSON pack lists beside prices. */
final class EventRows {

    private final List<Settlement> settlements = new ArrayList<>();
    private final List<FundingRate> funding = new ArrayList<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final List<MarketTrade> trades = new ArrayList<>();
    private final List<IndexPrice> indexPrices = new ArrayList<>();

    void settlement(JsonParser parser) throws IOException {
        Fields row = Fields.of(parser);
        settlements.add(new Settlement(row.of, row.time(), row.known(), row.value("price")));
    }

    void funding(JsonParser parser) throws IOException {
        Fields row = Fields.of(parser);
        funding.add(new FundingRate(row.of, row.time(), row.known(), row.value("rate")));
    }

    void action(JsonParser parser) throws IOException {
        Fields row = Fields.of(parser);
        actions.add(new CorporateAction(
                row.of,
                JsonRows.required(row.exTime, "ex_ms"),
                Double.isNaN(row.split) ? 1 : row.split,
                Double.isNaN(row.dividend) ? 0 : row.dividend));
    }

    void trade(JsonParser parser) throws IOException {
        Fields row = Fields.of(parser);
        trades.add(new MarketTrade(
                row.of, row.id, row.time(), row.known(), row.value("price"), row.size, taker(row.taker)));
    }

    void indexPrice(JsonParser parser) throws IOException {
        Fields row = Fields.of(parser);
        indexPrices.add(new IndexPrice(row.of, row.time(), row.known(), row.value("price")));
    }

    /**
     * @throws IllegalArgumentException when one instrument has two rows of a kind at one time
     */
    MarketEvents events() {
        return new MarketEvents(settlements, funding, actions, trades, indexPrices);
    }

    private static MarketTrade.Taker taker(String name) {
        if (name.isEmpty()) {
            return MarketTrade.Taker.UNKNOWN;
        }
        return Arrays.stream(MarketTrade.Taker.values())
                .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("taker must be buyer, seller or unknown, not \"" + name + "\""));
    }

    /** The row being read; each kind of row uses some of it. */
    private static final class Fields {

        private String of = "";
        private String id = "";
        private String taker = "";
        private OptionalLong time = OptionalLong.empty();
        private OptionalLong known = OptionalLong.empty();
        private OptionalLong exTime = OptionalLong.empty();
        private double value = Double.NaN;
        private double size = Double.NaN;
        private double split = Double.NaN;
        private double dividend = Double.NaN;

        private static Fields of(JsonParser parser) throws IOException {
            Fields row = new Fields();
            JsonRows.fields(parser, name -> row.field(parser, name));
            return row;
        }

        private void field(JsonParser parser, String name) throws IOException {
            switch (name) {
                case "instrument", "symbol", "index" -> of = JsonRows.text(parser);
                case "id" -> id = JsonRows.text(parser);
                case "taker" -> taker = JsonRows.text(parser);
                case "time_ms" -> time = JsonRows.whole(parser);
                case "known_ms" -> known = JsonRows.whole(parser);
                case "ex_ms" -> exTime = JsonRows.whole(parser);
                case "price", "rate" -> value = JsonRows.number(parser);
                case "size" -> size = JsonRows.number(parser);
                case "split" -> split = JsonRows.number(parser);
                case "dividend" -> dividend = JsonRows.number(parser);
                default -> {}
            }
        }

        private long time() {
            return JsonRows.required(time, "time_ms");
        }

        /** A row that does not tell when it was known must not be known early. */
        private long known() {
            return JsonRows.required(known, "known_ms");
        }

        private double value(String name) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return value;
        }
    }
}
