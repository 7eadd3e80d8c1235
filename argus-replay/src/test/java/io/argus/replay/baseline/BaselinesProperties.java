package io.argus.replay.baseline;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.testing.Markets;
import io.argus.research.experiment.ExecutionSettings;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselinesProperties {

    private static final Instrument SPX = Instrument.spot("SPX", TradingCalendar.newYorkStockExchange());

    @Property(tries = 200)
    void nobodyBeatsHindsight(@ForAll("markets") BarSeries bars) {
        Baselines baselines = Baselines.of(SPX, bars, List.of(), ExecutionSettings.defaults());
        assertThat(baselines.clairvoyant()).isGreaterThanOrEqualTo(baselines.doingNothing());
        assertThat(baselines.clairvoyant()).isGreaterThanOrEqualTo(baselines.buyAndHold() - 1e-12);
    }

    @Property(tries = 200)
    void withoutCostsHindsightCollectsEveryRise(@ForAll("markets") BarSeries bars) {
        double rises = 1;
        for (int i = 1; i < bars.size(); i++) {
            rises *= Math.max(1, bars.close(i) / bars.close(i - 1));
        }
        Baselines free =
                Baselines.of(SPX, bars, List.of(), ExecutionSettings.defaults().withCostMultiplier(0));
        assertThat(1 + free.clairvoyant()).isCloseTo(rises, within(1e-9 * rises));
    }

    @Property(tries = 200)
    void costsNeverHelp(@ForAll("markets") BarSeries bars) {
        Baselines dear =
                Baselines.of(SPX, bars, List.of(), ExecutionSettings.defaults().withCostMultiplier(20));
        Baselines cheap = Baselines.of(SPX, bars, List.of(), ExecutionSettings.defaults());
        assertThat(dear.clairvoyant()).isLessThanOrEqualTo(cheap.clairvoyant());
        assertThat(dear.buyAndHold()).isLessThan(cheap.buyAndHold());
    }

    @Property(tries = 200)
    void aSplitChangesNothing(@ForAll("markets") BarSeries bars) {
        int ex = bars.size() / 2;
        BarSeries.Builder raw = BarSeries.builder("SPX", bars.durationMs());
        for (int i = 0; i < bars.size(); i++) {
            double by = i < ex ? 1 : 4;
            raw.add(
                    bars.openTime(i),
                    bars.closeTime(i),
                    bars.open(i) / by,
                    bars.high(i) / by,
                    bars.low(i) / by,
                    bars.close(i) / by,
                    bars.volume(i));
        }
        List<CorporateAction> split = List.of(new CorporateAction("SPX", bars.openTime(ex), 4, 0));
        Baselines whole = Baselines.of(SPX, bars, List.of(), ExecutionSettings.defaults());
        Baselines cut = Baselines.of(SPX, raw.build(), split, ExecutionSettings.defaults());
        assertThat(cut.buyAndHold()).isCloseTo(whole.buyAndHold(), within(1e-9));
        assertThat(cut.clairvoyant()).isCloseTo(whole.clairvoyant(), within(1e-9 * (1 + whole.clairvoyant())));
    }

    @Example
    void aDividendAfterASplitBuysAtThePriceOfNewUnits() {
        BarSeries.Builder bars = BarSeries.builder("SPX", 86_400_000);
        double[] closes = {100, 24, 24};
        for (int i = 0; i < closes.length; i++) {
            double close = closes[i];
            bars.add(i * 86_400_000L, i * 86_400_000L + 86_399_999, close, close, close, close, 1);
        }
        List<CorporateAction> actions =
                List.of(new CorporateAction("SPX", 86_400_000, 4, 0), new CorporateAction("SPX", 86_400_001, 1, 1));
        Baselines free = Baselines.of(
                SPX, bars.build(), actions, ExecutionSettings.defaults().withCostMultiplier(0));
        assertThat(free.buyAndHold()).isCloseTo(0, within(1e-12));
    }

    @Provide
    Arbitrary<BarSeries> markets() {
        return Markets.daily("SPX", 2, 400);
    }
}
