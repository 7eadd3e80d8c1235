package io.argus.replay.baseline;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.testing.Markets;
import io.argus.research.experiment.ExecutionSettings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselinesProperties {

    private static final Instrument SPX = Instrument.spot("SPX", TradingCalendar.newYorkStockExchange());

    @Property(tries = 200)
    void nobodyBeatsHindsight(@ForAll("markets") BarSeries bars) {
        Baselines baselines = Baselines.of(SPX, bars, ExecutionSettings.defaults());
        assertThat(baselines.clairvoyant()).isGreaterThanOrEqualTo(baselines.doingNothing());
        assertThat(baselines.clairvoyant()).isGreaterThanOrEqualTo(baselines.buyAndHold() - 1e-12);
    }

    @Property(tries = 200)
    void withoutCostsHindsightCollectsEveryRise(@ForAll("markets") BarSeries bars) {
        double rises = 1;
        for (int i = 1; i < bars.size(); i++) {
            rises *= Math.max(1, bars.close(i) / bars.close(i - 1));
        }
        Baselines free = Baselines.of(SPX, bars, ExecutionSettings.defaults().withCostMultiplier(0));
        assertThat(1 + free.clairvoyant()).isCloseTo(rises, within(1e-9 * rises));
    }

    @Property(tries = 200)
    void costsNeverHelp(@ForAll("markets") BarSeries bars) {
        Baselines dear = Baselines.of(SPX, bars, ExecutionSettings.defaults().withCostMultiplier(20));
        Baselines cheap = Baselines.of(SPX, bars, ExecutionSettings.defaults());
        assertThat(dear.clairvoyant()).isLessThanOrEqualTo(cheap.clairvoyant());
        assertThat(dear.buyAndHold()).isLessThan(cheap.buyAndHold());
    }

    @Provide
    Arbitrary<BarSeries> markets() {
        return Markets.daily("SPX", 2, 400);
    }
}
