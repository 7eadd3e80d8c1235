package io.argus.replay;

import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Fill;
import io.argus.domain.testing.Markets;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.QuoteSource;
import io.argus.research.experiment.RegimeBucket;
import io.argus.research.experiment.ReplaySettings;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What must hold of every account at every mark (methods.md, section 1), over random markets, orders and settings. */
class AccountingProperties {

    @Property(tries = 300)
    void equityIsBothCashPlusValueAndStartPlusSources(
            @ForAll("packs") Pack pack, @ForAll("settings") ReplaySettings settings, @ForAll long seed) {
        ReplayHarness.on(pack)
                .run(
                        new RandomTrader(seed),
                        settings,
                        (timeMs, cash, equity, bySources) -> assertThat(equity)
                                .isCloseTo(
                                        bySources, within(1e-9 * settings.startingCash() + 1e-11 * Math.abs(equity))));
    }

    @Property(tries = 200)
    void realizedAndCommissionsAreTheSumsOfTheirParts(
            @ForAll("packs") Pack pack, @ForAll("settings") ReplaySettings settings, @ForAll long seed) {
        ReplayResult result = ReplayHarness.on(pack).run(new RandomTrader(seed), settings);
        double tolerance = 1e-9 * settings.startingCash();
        assertThat(result.trades().stream().mapToDouble(ClosedTrade::grossPnl).sum())
                .isCloseTo(result.realized(), within(tolerance));
        assertThat(result.fills().stream().mapToDouble(Fill::commission).sum())
                .isCloseTo(result.commissions(), within(tolerance));
    }

    @Property(tries = 200)
    void dailyReturnsCompoundToTheFinalEquity(
            @ForAll("packs") Pack pack, @ForAll("settings") ReplaySettings settings, @ForAll long seed) {
        ReplayResult result = ReplayHarness.on(pack).run(new RandomTrader(seed), settings);
        DailyReturns daily = result.dailyReturns();
        double equity = settings.startingCash();
        for (int i = 0; i < daily.size(); i++) {
            equity *= 1 + daily.at(i);
        }
        assertThat(equity).isCloseTo(result.finalEquity(), within(1e-8 * settings.startingCash()));
    }

    @Property(tries = 200)
    void statesShareOutTheWholeResultButInterest(
            @ForAll("packs") Pack pack, @ForAll("settings") ReplaySettings settings, @ForAll long seed) {
        ReplayResult result = ReplayHarness.on(pack).run(new RandomTrader(seed), settings);
        if (result.ruined()) {
            return;
        }
        double earned = result.finalEquity() - settings.startingCash() - result.interest();
        for (String factor : new String[] {"volatility", "trend", "session"}) {
            assertThat(result.regimes().stream()
                            .filter(bucket -> bucket.key().startsWith(factor + ":"))
                            .mapToDouble(RegimeBucket::pnl)
                            .sum())
                    .as(factor)
                    .isCloseTo(earned, within(1e-7 * settings.startingCash()));
        }
        assertThat(result.jointRegimes().stream().mapToDouble(RegimeBucket::pnl).sum())
                .isCloseTo(earned, within(1e-7 * settings.startingCash()));
    }

    @Property(tries = 200)
    void fillsAreNeverEarlierThanTheyCanBe(
            @ForAll("packs") Pack pack, @ForAll("settings") ReplaySettings settings, @ForAll long seed) {
        ReplayResult result = ReplayHarness.on(pack).run(new RandomTrader(seed), settings);
        for (ClosedTrade trade : result.trades()) {
            assertThat(trade.exitTimeMs()).isGreaterThanOrEqualTo(trade.entryTimeMs());
        }
        assertThat(result.fills()).allSatisfy(fill -> assertThat(fill.timeMs()).isLessThanOrEqualTo(fill.knownMs()));
    }

    @Provide
    Arbitrary<Pack> packs() {
        return Arbitraries.oneOf(Markets.dailyPacks(30, 300), Markets.mixedPacks(400));
    }

    @Provide
    Arbitrary<ReplaySettings> settings() {
        return Arbitraries.of(QuoteSource.AUTO, QuoteSource.PESSIMISTIC, QuoteSource.NEXT_OPEN)
                .flatMap(source -> Arbitraries.of(0.0, 1.0, 10.0)
                        .flatMap(costs -> Arbitraries.of(-0.01, 0.0, 0.05)
                                .map(rate -> new ReplaySettings(
                                        10_000,
                                        CashRate.constant(rate),
                                        ExecutionSettings.defaults()
                                                .withQuoteSource(source)
                                                .withCostMultiplier(costs)))));
    }
}
