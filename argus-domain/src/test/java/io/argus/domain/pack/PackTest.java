package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract.Right;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final Instrument SPX = Instrument.spot("SPX", NYSE);
    private static final Instrument SPX_OPTIONS = new Instrument(
            "SPX",
            new ContractSpec(ContractSpec.Kind.OPTION, ContractSpec.Payoff.LINEAR, 100, 1, List.of(), "USD", "USD"),
            NYSE,
            FeeSchedule.NONE);

    @Test
    void optionsHaveTheirTermsUnderTheUnderlyingsSymbol() {
        Pack pack = Pack.builder().instrument(SPX_OPTIONS).instrument(SPX).build();

        assertThat(pack.findInstrument("SPX")).hasValue(SPX);
        assertThat(pack.findOptionTerms("SPX")).hasValue(SPX_OPTIONS);
        assertThat(pack.instruments()).containsExactly(SPX);
    }

    @Test
    void everyPartCountsInTheHash() {
        Pack bars = Pack.ofBars(
                List.of(SPX),
                List.of(BarSeries.builder("SPX", 60_000)
                        .add(0, 60_000, 10, 12, 9, 11, 5)
                        .build()));
        ChainSeries chains = ChainSeries.builder("SPX", "vendor")
                .snapshot(2, 1, 100, Double.NaN)
                .quote(Right.PUT, 95, 9, 1, 2, 3, 4, 0.1, 0.2, 0.3, 0.4, 0.5)
                .build();
        MarketEvents none = MarketEvents.none();
        List<Pack> packs = List.of(
                bars,
                bars.toBuilder().chains(List.of(chains)).build(),
                bars.toBuilder().instrument(SPX_OPTIONS).build(),
                bars.toBuilder().label(Pack.SYNTHETIC, "a walk").build(),
                bars.toBuilder()
                        .events(none.withSettlements(List.of(new Settlement("X", 1, 2, 3))))
                        .build(),
                bars.toBuilder()
                        .events(none.withFunding(List.of(new FundingRate("SPX", 1, 2, 3))))
                        .build(),
                bars.toBuilder()
                        .events(none.withActions(List.of(new CorporateAction("SPX", 1, 2, 0))))
                        .build(),
                bars.toBuilder()
                        .events(none.withTrades(List.of(new MarketTrade("X", "", 1, 2, 3, 4, MarketTrade.Taker.BUYER))))
                        .build(),
                bars.toBuilder()
                        .events(none.withIndexPrices(List.of(new IndexPrice("X", 1, 2, 3))))
                        .build());

        assertThat(packs.stream().map(Pack::hash)).doesNotHaveDuplicates();
        assertThat(packs)
                .allSatisfy(pack -> assertThat(pack.toBuilder().build().hash()).isEqualTo(pack.hash()));
    }

    @Test
    void eventsAreKeptInTheOrderInWhichTheyBecomeKnown() {
        MarketEvents events = MarketEvents.none()
                .withSettlements(List.of(
                        new Settlement("B", 1, 5, 10), new Settlement("A", 2, 5, 11), new Settlement("C", 3, 4, 12)));

        assertThat(events.settlements()).extracting(Settlement::instrument).containsExactly("C", "A", "B");
        assertThatThrownBy(() ->
                        events.withSettlements(List.of(new Settlement("A", 1, 2, 3), new Settlement("A", 1, 3, 4))))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> new Settlement("A", 2, 1, 3)).hasMessageContaining("before it happens");
    }

    @Test
    void aSeriesNeedsItsInstrument() {
        Pack.Builder pack = Pack.builder()
                .chains(List.of(ChainSeries.builder("SPX", "vendor")
                        .snapshot(2, 1, 100, Double.NaN)
                        .build()));

        assertThatThrownBy(pack::build).hasMessageContaining("option chains of SPX");
    }
}
