package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.argus.connectors.deribit.stream.Book;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.MarketTrade;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What the simulator's market was in truth, to compare what was heard of it with. */
public final class SimulatedTruth {

    private final SimulatedMarket market;
    private final DeribitSimulator simulator;
    private final MarketHistory history;

    public SimulatedTruth(SimulatedMarket market, DeribitSimulator simulator) {
        this.market = market;
        this.simulator = simulator;
        history = new MarketHistory(market, new MarketData(market));
    }

    /** The names of everything that is listed. */
    public List<String> listed(long nowMs) {
        return market.currencies().stream()
                .flatMap(currency -> market.listed(currency, nowMs).stream())
                .map(SimulatedInstrument::symbol)
                .toList();
    }

    /** Fails unless a book is as it was at its own time. */
    public void assertTrue(Book book) {
        SimulatedBook truth = SimulatedBook.of(
                market, instrument(book.instrument(), book.timeMs()), SimulatedBook.stepAt(book.timeMs()));
        assertThat(book.timeMs()).isEqualTo(truth.timeMs());
        assertThat(book.changeId()).isEqualTo(truth.changeId());
        assertThat(levels(book.bids())).isEqualTo(levels(truth.bids()));
        assertThat(levels(book.asks())).isEqualTo(levels(truth.asks()));
    }

    /** When a book that is known at a time was last changed. */
    public static long bookTime(long nowMs) {
        return SimulatedBook.of(new WaveMarket(), instrument("BTC-PERPETUAL", nowMs), SimulatedBook.stepAt(nowMs))
                .timeMs();
    }

    public static long sequence(MarketTrade trade) {
        return Long.parseLong(trade.id().substring(trade.id().indexOf('-') + 1));
    }

    public static long newestTrade(long nowMs) {
        return MarketHistory.newestTrade(nowMs);
    }

    public void assertTrue(MarketTrade trade) {
        JsonNode truth = history.trade(instrument(trade.instrument(), trade.timeMs()), sequence(trade));
        assertThat(trade.timeMs()).isEqualTo(truth.path("timestamp").longValue());
        assertThat(trade.price()).isEqualTo(truth.path("price").doubleValue());
        assertThat(trade.size()).isEqualTo(truth.path("contracts").doubleValue());
    }

    public void assertTrue(BarSeries bars) {
        for (int i = 0; i < bars.size(); i++) {
            JsonNode truth = history.chart(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("instrument_name", bars.symbol())
                            .put("start_timestamp", bars.openTime(i))
                            .put("end_timestamp", bars.openTime(i))
                            .put("resolution", String.valueOf(bars.durationMs() / 60_000)),
                    bars.closeTime(i));
            assertThat(bars.open(i)).isEqualTo(truth.path("open").get(0).doubleValue());
            assertThat(bars.high(i)).isEqualTo(truth.path("high").get(0).doubleValue());
            assertThat(bars.low(i)).isEqualTo(truth.path("low").get(0).doubleValue());
            assertThat(bars.close(i)).isEqualTo(truth.path("close").get(0).doubleValue());
            assertThat(bars.volume(i)).isEqualTo(truth.path("volume").get(0).doubleValue());
        }
    }

    /** Whether the exchange has handled and sent so many messages over its only connection. */
    public boolean hasExchanged(long toExchange, long fromExchange) {
        DeribitSimulator.Traffic traffic = simulator.traffic();
        return traffic.connections() == 1
                && traffic.ending() == 0
                && traffic.received() == toExchange
                && traffic.sent() == fromExchange;
    }

    /** How many requests the exchange refused for want of credits. */
    public long unpaid() {
        return simulator.unpaid();
    }

    private static SimulatedInstrument instrument(String symbol, long timeMs) {
        return new WaveMarket().find(symbol, timeMs).orElseThrow();
    }

    private static List<String> levels(SortedMap<BigDecimal, BigDecimal> side) {
        return side.entrySet().stream()
                .map(level -> level.getKey().stripTrailingZeros().toPlainString() + " "
                        + level.getValue().stripTrailingZeros().toPlainString())
                .toList();
    }
}
