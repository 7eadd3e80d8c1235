package io.argus.replay;

import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Fill;
import io.argus.replay.audit.AuditReport;
import io.argus.replay.audit.LookAheadAudit;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The accounts' identities (methods.md, section 1) with options, expiry, coins, funding, splits and dividends. */
class DerivativeAccountingProperties {

    private static final ReplaySettings SETTINGS =
            new ReplaySettings(20_000, CashRate.constant(0.03), ExecutionSettings.defaults());

    @Property(tries = 150)
    void equityIsBothCashPlusValueAndStartPlusSources(@ForAll("packs") Pack pack, @ForAll long seed) {
        ReplayHarness.on(pack)
                .run(
                        new RandomOptionTrader(seed),
                        SETTINGS,
                        (timeMs, cash, equity, bySources) -> assertThat(equity).isCloseTo(bySources, within(1e-6)));
    }

    @Property(tries = 100)
    void everySourceIsTheSumOfItsParts(@ForAll("packs") Pack pack, @ForAll long seed) {
        ReplayResult result = ReplayHarness.on(pack).run(new RandomOptionTrader(seed), SETTINGS);
        assertThat(result.trades().stream().mapToDouble(ClosedTrade::grossPnl).sum())
                .isCloseTo(result.realized(), within(1e-6));
        assertThat(result.fills().stream().mapToDouble(Fill::commission).sum())
                .isLessThanOrEqualTo(result.commissions() + 1e-9);
        assertThat(result.staleMarkShare()).isBetween(0.0, 1.0);
        double compounded = SETTINGS.startingCash();
        for (int i = 0; i < result.dailyReturns().size(); i++) {
            compounded *= 1 + result.dailyReturns().at(i);
        }
        assertThat(compounded).isCloseTo(result.finalEquity(), within(1e-5));
    }

    @Property(tries = 25)
    void nothingKnownLaterChangesAnythingBefore(@ForAll("packs") Pack pack, @ForAll long seed) {
        AuditReport report =
                new LookAheadAudit(3, seed).audit("random", replayed -> new RandomOptionTrader(seed), pack, SETTINGS);
        assertThat(report.leaks()).isEmpty();
    }

    @Provide
    Arbitrary<Pack> packs() {
        return DerivativeMarkets.packs();
    }
}
