package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.domain.testing.Markets;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyCommandTest {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final BarSeries BARS = Markets.daily("SPX", 5, 300, 0.01);
    private static final Pack PACK = Markets.pack(NYSE, BARS);

    private static final PackStore PACKS =
            Guice.createInjector(Stage.PRODUCTION, new AdapterModule()).getInstance(PackStore.class);

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();

    @BeforeEach
    void keepPacks() {
        PACKS.save(folder.resolve("honest.json"), PACK);
        Regime invented = new Regime(
                BARS.closeTime(3), VolatilityRegime.SPIKE, TrendRegime.UP, NYSE.sessionAt(BARS.openTime(3)), 1, "{}");
        PACKS.save(
                folder.resolve("invented.json"), PACK.withRegimes(List.of(new RegimeSeries("SPX", List.of(invented)))));
    }

    @Test
    void anHonestStrategyPasses() {
        assertThat(verify("honest.json", "--params", "fast=5,slow=20", "--cuts", "4"))
                .isZero();
        assertThat(streams.out()).contains("SmaCross: 4 cuts").contains("passed");
    }

    @Test
    void rowsThatCannotBeRebuiltFallShortUnlessTrusted() {
        assertThat(verify("invented.json", "--cuts", "2", "--format", "json")).isEqualTo(3);
        assertThat(streams.out()).contains("\"passed\" : false").contains("\"series\" : \"regimes of SPX\"");
        assertThat(verify("invented.json", "--cuts", "2", "--trust-derived")).isZero();
    }

    @Test
    void wrongUsageIsToldApart() {
        assertThat(verify("honest.json", "--params", "fasst=5")).isEqualTo(2);
        assertThat(verify("honest.json", "--cuts", "0")).isEqualTo(2);
        assertThat(verify("missing.json")).isEqualTo(1);
        assertThat(streams.err()).contains("fasst").contains("--cuts").contains("missing.json");
    }

    /** The last of two values was taken in silence, and an unknown symbol was a failure of the strategy. */
    @Test
    void parametersAreReadAsByAnExperiment() {
        assertThat(verify("honest.json", "--params", "fast=5,fast=6")).isEqualTo(2);
        assertThat(verify("honest.json", "--params", "fast")).isEqualTo(2);
        assertThat(verify("honest.json", "--params", "symbol=ZZZ")).isEqualTo(2);
        assertThat(verify("honest.json", "--threads", "0")).isEqualTo(2);
        assertThat(streams.err())
                .contains("error: --params: has fast twice\n")
                .contains("error: --params: takes name=value, not \"fast\"\n")
                .contains("error: --params: the pack has no symbol ZZZ; it has [")
                .contains("'--threads': takes a number from 1 to 9999, not \"0\"");
    }

    @Test
    void aMisspeltStrategyIsToldWithTheNearestName() {
        assertThat(verifyStrategy("SmaCros", "honest.json")).isEqualTo(2);
        assertThat(streams.err()).contains("error: --strategy: unknown strategy SmaCros; did you mean SmaCross?\n");
    }

    private int verify(String pack, String... more) {
        return verifyStrategy("SmaCross", pack, more);
    }

    private int verifyStrategy(String strategy, String pack, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "--strategy";
        args[1] = strategy;
        args[2] = "--pack";
        args[3] = folder.resolve(pack).toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return streams.run(new VerifyCommand(streams.terminal(), PACKS), args);
    }
}
