package io.argus.connectors.file.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.IndexPrice;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.Settlement;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The shape of a JSON pack, byte by byte: other programs read it. */
class GoldenPackTest {

    private static final long MINUTE = 60_000;
    private static final long START = 1_420_210_800_000L;
    private static final double NONE = Double.NaN;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPackIsWrittenAsItAlwaysWas() throws IOException, URISyntaxException {
        Path written = folder.resolve("pack.json");
        new FilePackStore().save(written, pack());

        assertThat(Files.readString(written)).isEqualTo(Files.readString(golden()));
    }

    @Test
    void thePackOfOldIsRead() throws URISyntaxException {
        assertThat(new FilePackStore().load(golden())).isEqualTo(pack());
    }

    private static Path golden() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenPackTest.class.getResource("/golden/pack.json"))
                .toURI());
    }

    private static Pack pack() {
        TradingCalendar calendar = TradingCalendar.roundTheClock();
        BarSeries bars = BarSeries.builder("X", MINUTE)
                .add(START, START + MINUTE, 100, 101.5, 99.25, 101, 12)
                .add(START + MINUTE, START + 2 * MINUTE, 101, 102, 100, 100.1, 0)
                .build();
        OutcomeSeries outcomes = OutcomeSeries.builder("X", 60)
                .next(START, 101, START + MINUTE, START + 2 * MINUTE, 1, 1)
                .figures(OutcomeStatus.OK, 100.1, -0.0089108911, 0.0099009901, -0.0099009901, NONE)
                .next(START + MINUTE, 100.1, START + 2 * MINUTE, START + 3 * MINUTE, 1, 0)
                .build();
        Regime regime = new Regime(
                START + MINUTE,
                VolatilityRegime.UNKNOWN,
                TrendRegime.RANGE,
                Session.US,
                0.25,
                "{\"volatility_z\":1.5}");
        ChainSeries chains = ChainSeries.builder("X", "vendor")
                .snapshot(START + 1500, START + 1000, 100.5, 0.55, OptionalLong.of(1_421_400_000_000L))
                .quote(Right.PUT, 95, 1_421_400_000_000L, 0.01, 0.02, 5, 7, 0.6, -0.3, 0.01, -2, 0.1)
                .quote(Right.CALL, 105, 1_421_400_000_000L, NONE, 0.015, NONE, 3, NONE, NONE, NONE, NONE, NONE)
                .build();
        ContractSpec option = new ContractSpec(
                ContractSpec.Kind.OPTION,
                ContractSpec.Payoff.INVERSE,
                1,
                0.1,
                List.of(new ContractSpec.TickSize(0, 0.0005)),
                "USD",
                "X");
        return Pack.builder()
                .instrument(Instrument.spot("X", calendar))
                .instrument(new Instrument("X", option, calendar, FeeSchedule.DERIBIT_OPTIONS))
                .bars(List.of(bars))
                .outcomes(List.of(outcomes))
                .regimes(List.of(new RegimeSeries("X", List.of(regime))))
                .chains(List.of(chains))
                .events(new MarketEvents(
                        List.of(new Settlement("X", START, START + 1, 100.25)),
                        List.of(new FundingRate("X", START, START - 1, 0.0001)),
                        List.of(new CorporateAction("X", START, 2, 0.5)),
                        List.of(new MarketTrade("X", "17", START, START + 1, 100.5, 2, MarketTrade.Taker.SELLER)),
                        List.of(new IndexPrice("x_usd", START, START, 100.4))))
                .label(Pack.SYNTHETIC, "made by hand")
                .build();
    }
}
