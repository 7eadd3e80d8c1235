package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.argus.connectors.file.pack.FilePackStore;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.replay.synthetic.SyntheticSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.argus.replay.synthetic.SyntheticMarket.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

/** Cycles on bars with option chains that stand in packs of their own. */
class OptionSnapshotsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final Pack MARKET =
            SyntheticMarket.generate(SyntheticSettings.daily(7).withDays(90).withPremium(0.05));

    private static final String CONFIG = """
            pack:
              symbols: [SYNTHETIC]
              bars: $/bars.csv
              option_snapshots: $/{symbol}.pack
              packs_output_dir: $/packs
            strategies: [{strategy_class: VrpCreditSpread, params: {min_vrp: 0.02}}]
            experiment: {output_dir: $/experiments}
            evaluation: {rankings_output_dir: $/logs}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final InProcess argus = new InProcess();
    private final FilePackStore packs = new FilePackStore();

    @BeforeEach
    void writeBars() throws IOException {
        BarSeries bars = MARKET.bars().get(0);
        StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
        for (int i = 0; i < bars.size(); i++) {
            csv.append(CALENDAR.dateAt(bars.openTime(i)))
                    .append(',')
                    .append(bars.open(i))
                    .append(',')
                    .append(bars.high(i))
                    .append(',')
                    .append(bars.low(i))
                    .append(',')
                    .append(bars.close(i))
                    .append(',')
                    .append(bars.volume(i))
                    .append('\n');
        }
        Files.writeString(folder.resolve("bars.csv"), csv.toString());
    }

    @Test
    void anOptionStrategyTradesOnThePackThatOneWouldBuildByHand() throws IOException {
        packs.save(folder.resolve("SYNTHETIC.pack"), chains(UnaryOperator.identity()));

        assertThat(argus.run("research", "--config", config(CONFIG), "--once"))
                .as(argus.err())
                .isZero();

        assertThat(argus.err()).contains("90 option snapshots of SYNTHETIC from " + folder.resolve("SYNTHETIC.pack"));
        JsonNode row = ranking().path("rankings").get(0);
        assertThat(row.path("metrics").path("total_trades").intValue()).isPositive();
        assertThat(row.path("kill_reasons").toString()).doesNotContain("synthetic");
        assertThat(kept()).isEqualTo(byHand());
    }

    @Test
    void severalFilesAreOneAndWhatLiesOutsideTheBarsIsLeftOut() throws IOException {
        packs.save(folder.resolve("a.json"), chains(series -> part(series, 0, 50)));
        packs.save(folder.resolve("b.pack"), chains(series -> part(series, 40, 90)));
        String twice = CONFIG.replace("$/{symbol}.pack", "{SYNTHETIC: [$/a.json, $/b.pack]}");

        assertThat(argus.run("research", "--config", config(twice), "--once"))
                .as(argus.err())
                .isZero();
        assertThat(kept()).isEqualTo(byHand());

        String late = twice.replace("  packs_output", "  start_date: 2015-02-02\n  packs_output");
        assertThat(argus.run("research", "--config", config(late), "--once"))
                .as(argus.err())
                .isZero();
        assertThat(argus.err()).contains("30 option snapshots", "20 received outside the days of its bars left out");

        String never = late.replace("2015-02-02", "2015-04-01");
        assertThat(argus.run("research", "--config", config(never), "--once")).isEqualTo(1);
        assertThat(argus.err())
                .contains("error: " + folder.resolve("a.json") + ": none of its 50 option snapshots of SYNTHETIC was"
                        + " received on the days of the bars, 2015-04-01 to ")
                .contains("it has those of 2015-01-02 to 2015-03-16", "(pack.option_snapshots, ");
    }

    @Test
    void whatCannotBeMergedIsToldWithItsPlace() throws IOException {
        Path file = folder.resolve("SYNTHETIC.pack");
        assertThat(argus.run("research", "--config", config(CONFIG), "--dry-run"))
                .isZero();
        assertThat(argus.err()).contains("the option snapshots of SYNTHETIC are not there yet: " + file);
        assertThat(argus.out().replaceAll("\\s+", " ")).contains("reads " + folder.resolve("bars.csv") + ", " + file);
        assertThat(argus.run("research", "--config", config(CONFIG), "--once")).isEqualTo(1);
        assertThat(argus.err()).contains("error: " + file + ": no such file");

        Pack other =
                SyntheticMarket.generate(SyntheticSettings.daily(7).withDays(5).withNulls(1));
        packs.save(
                file,
                other.toBuilder()
                        .chains(other.chains().stream()
                                .filter(each -> !each.underlying().equals(SYMBOL))
                                .toList())
                        .build());
        assertThat(argus.run("research", "--config", config(CONFIG), "--once")).isEqualTo(1);
        assertThat(argus.err())
                .contains(file + ": has no option snapshots of SYNTHETIC; it has those of SYNTHETIC_NULL_1"
                        + " (pack.option_snapshots, " + folder.resolve("c.yaml") + ":4:3)");

        packs.save(folder.resolve("SYNTHETIC.json"), chains(series -> part(series, 0, 3)));
        String text = Files.readString(folder.resolve("SYNTHETIC.json")).replace("\"ask\":", "\"asks\":");
        Files.writeString(folder.resolve("SYNTHETIC.json"), text);
        assertThat(argus.run("research", "--config", config(CONFIG.replace(".pack", ".json")), "--once"))
                .isEqualTo(1);
        assertThat(argus.err()).contains("its content is not what its content_hash says");
    }

    @Test
    void aFileMayNotContradictTheCycle() throws IOException {
        packs.save(folder.resolve("SYNTHETIC.pack"), ofPerpetual(TradingCalendar.roundTheClock()));
        assertThat(argus.run("research", "--config", config(CONFIG), "--once")).isEqualTo(1);
        assertThat(argus.err())
                .contains("SYNTHETIC trades on the calendar 24/7 there, and on NYSE by experiment.market");

        Pack sound = ofPerpetual(CALENDAR);
        packs.save(folder.resolve("SYNTHETIC.pack"), sound);
        assertThat(argus.run("research", "--config", config(CONFIG), "--once"))
                .as(argus.err())
                .isZero();
        assertThat(kept().instruments()).isEqualTo(sound.instruments());

        packs.save(folder.resolve("other.pack"), ofListed(CALENDAR));
        String both = CONFIG.replace("$/{symbol}.pack", "[$/SYNTHETIC.pack, $/other.pack]");
        assertThat(argus.run("research", "--config", config(both), "--once")).isEqualTo(1);
        assertThat(argus.err())
                .contains(folder.resolve("other.pack") + ": describes SYNTHETIC otherwise than the files before it");
    }

    private static Pack ofPerpetual(TradingCalendar calendar) {
        return described(
                new ContractSpec(
                        ContractSpec.Kind.PERPETUAL, ContractSpec.Payoff.LINEAR, 1, 1, List.of(), "USD", "USD"),
                calendar);
    }

    private static Pack ofListed(TradingCalendar calendar) {
        return described(ContractSpec.spot("USD"), calendar);
    }

    private static Pack described(ContractSpec spec, TradingCalendar calendar) {
        Pack chains = chains(UnaryOperator.identity());
        return Pack.builder()
                .instrument(new Instrument(SYMBOL, spec, calendar, FeeSchedule.DERIBIT_FUTURES))
                .instruments(chains.optionTerms())
                .chains(chains.chains())
                .build();
    }

    @Test
    void symbolsWithoutBarsAndNoFilesAreFoundBeforeTheWork() throws IOException {
        assertThat(argus.run(
                        "config",
                        "check",
                        config(CONFIG.replace("$/{symbol}.pack", "{SYNTHETIC: a.pack, NDX: b.pack}"))))
                .isEqualTo(2);
        assertThat(argus.err())
                .contains("c.yaml:4:41: pack.option_snapshots names NDX, which is none of pack.symbols [SYNTHETIC]");
        assertThat(argus.run("config", "check", config(CONFIG.replace("$/{symbol}.pack", "[]"))))
                .isEqualTo(2);
        assertThat(argus.err()).contains("c.yaml:4:21: option_snapshots names no file");
    }

    @Test
    void theLabelsOfAFileStayWithItsResults() throws IOException {
        packs.save(
                folder.resolve("SYNTHETIC.pack"),
                chains(UnaryOperator.identity()).toBuilder()
                        .labels(MARKET.labels())
                        .build());
        assertThat(argus.run("research", "--config", config(CONFIG), "--once")).isZero();
        assertThat(ranking().path("rankings").get(0).path("kill_reasons").toString())
                .contains("its prices are synthetic");
    }

    /** The chains of the market as a pack of their own that describes the options and nothing else. */
    private static Pack chains(UnaryOperator<ChainSeries> of) {
        return Pack.builder()
                .instrument(Instrument.spot(SYMBOL, CALENDAR))
                .instruments(MARKET.optionTerms())
                .chains(MARKET.chains().stream().map(of).toList())
                .events(MARKET.events())
                .build();
    }

    private static ChainSeries part(ChainSeries series, int from, int to) {
        ChainSeries.Builder part = ChainSeries.builder(series.underlying(), series.provider());
        for (int i = from; i < to; i++) {
            part.add(series.chain(i));
        }
        return part.build();
    }

    private Pack byHand() {
        Path file = folder.resolve("built.pack");
        assertThat(argus.run(
                        "pack",
                        "build",
                        "--bars",
                        folder.resolve("bars.csv").toString(),
                        "--symbol",
                        SYMBOL,
                        "--bar-duration",
                        "1d",
                        "--out",
                        file.toString()))
                .isZero();
        return packs.load(file).toBuilder()
                .instruments(MARKET.optionTerms())
                .chains(MARKET.chains())
                .events(MarketEvents.none().withSettlements(MARKET.events().settlements()))
                .build();
    }

    private Pack kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("packs"))) {
            return packs.load(files.filter(file -> file.toString().endsWith(".pack"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private JsonNode ranking() throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("logs/strategy_rankings_20240304.json")));
    }

    private String config(String text) throws IOException {
        return Files.writeString(folder.resolve("c.yaml"), text.replace("$", folder.toString()))
                .toString();
    }
}
