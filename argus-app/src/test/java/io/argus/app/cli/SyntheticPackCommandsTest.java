package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.inject.Guice;
import com.google.inject.Stage;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code argus pack synthetic} and {@code argus iv-map}, the one on what the other wrote. */
class SyntheticPackCommandsTest {

    private static final PackStore PACKS =
            Guice.createInjector(Stage.PRODUCTION, new AdapterModule()).getInstance(PackStore.class);

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();

    @Test
    void bothFormsOfThePackAreTheSameMarket() {
        assertThat(synthetic("a.json", "--days", "10", "--nulls", "1", "--premium", "0.05"))
                .isZero();
        assertThat(synthetic("a.pack", "--days", "10", "--nulls", "1", "--premium", "0.05"))
                .isZero();
        Pack columns = PACKS.load(folder.resolve("a.pack"));
        assertThat(PACKS.load(folder.resolve("a.json"))).isEqualTo(columns);
        assertThat(columns.labels()).containsKey(Pack.SYNTHETIC);
        assertThat(streams.out()).contains("synthetic").contains("SYNTHETIC_NULL_1");
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        assertThat(synthetic("b.pack", "--days", "0")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--bar-duration", "7m")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--premium", "-1")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--volatility", "-1")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--volatility", "1e20")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--drift", "4")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--drift", "1000000")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--first-day", "2015-13-01")).isEqualTo(2);
        assertThat(synthetic("b.pack", "--first-day", "2099-12-01")).isEqualTo(2);
        assertThat(folder.resolve("b.pack")).doesNotExist();
        assertThat(streams.err())
                .contains("days must be from 1 to 20000: 0\n")
                .contains("bars last a day or a divisor of an hour, not 7m\n")
                .contains("premium")
                .contains(": volatility must be finite and not negative: -1.0")
                .contains(": volatility must be from 0 to 5: 1.0E20")
                .contains("a drift of 4.0 makes more than 100 times the expected price in these days")
                .contains("takes a date such as 2015-01-02, not \"2015-13-01\"")
                .contains(
                        "504 days from 2099-12-01 on, and the options listed by then, need days of which NYSE is not known")
                .doesNotContain("Exception");
    }

    @Test
    void theMapShowsWhereVolatilityComesFrom() {
        synthetic("c.pack", "--days", "10");
        assertThat(map("c.pack", "--format", "json")).isZero();
        assertThat(streams.out())
                .contains("\"with_iv\" : 10")
                .contains("\"provider_at_the_money\" : 10")
                .contains("\"p95\" : 250.0");
        assertThat(map("c.pack", "--target-days", "7")).isZero();
        assertThat(streams.out()).contains("10 (100%)");
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theMapTellsWhatTheVolatilityIs() throws IOException {
        synthetic("f.pack", "--days", "10", "--constant", "--volatility", "0.2");

        assertThat(map("f.pack", "--format", "json", "--snapshots", "3")).isZero();
        JsonNode source =
                new JsonMapper().readTree(streams.out()).path("sources").get(0);
        JsonNode range = source.path("iv").path("provider_at_the_money");
        assertThat(range.path("count").intValue()).isEqualTo(10);
        assertThat(range.path("min").doubleValue()).isBetween(0.1, 0.3);
        assertThat(range.path("median").doubleValue())
                .isBetween(range.path("min").doubleValue(), range.path("max").doubleValue());
        assertThat(source.path("lacking")).isEmpty();
        assertThat(source.path("listed").intValue()).isEqualTo(3);
        assertThat(source.path("readings")).hasSize(3).allSatisfy(each -> {
            assertThat(each.path("expiry_ms").longValue())
                    .isGreaterThan(each.path("recv_ts_ms").longValue());
            assertThat(each.path("strike").doubleValue()).isPositive();
            assertThat(each.path("route").textValue()).isEqualTo("provider_at_the_money");
            assertThat(each.path("iv").doubleValue()).isBetween(0.1, 0.3);
        });
        assertThat(source.path("readings").get(2).path("recv_ts_ms")).isEqualTo(range.path("last_ms"));

        assertThat(map("f.pack", "--format", "json")).isZero();
        assertThat(new JsonMapper()
                        .readTree(streams.out())
                        .path("sources")
                        .get(0)
                        .path("readings"))
                .hasSize(10);
        assertThat(map("f.pack", "--format", "json", "--snapshots", "some")).isEqualTo(2);
        assertThat(streams.err()).contains("takes a number or all, not \"some\"");
        assertThat(map("f.pack")).isZero();
        assertThat(streams.out())
                .containsPattern("atm +10  2015-01-02  2015-01-15  0\\.\\d{4}  0\\.\\d{4}  0\\.\\d{4}");
        assertThat(streams.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aStrategyThatDoesNotTradeSaysWhyAndFallsShort() {
        synthetic("d.pack", "--days", "40", "--constant", "--volatility", "0.1");
        String[] vrp = {"--strategy", "VrpCreditSpread", "--params", "min_vrp=0.2", "--require", "trades>0"};
        assertThat(map("d.pack", vrp)).isEqualTo(3);
        assertThat(streams.out()).contains("VrpCreditSpread: 0 trades").containsPattern("vrp_below_minimum +1[0-9]");
        assertThat(map("d.pack", "--strategy", "BuyAndHold", "--require", "trades>=1"))
                .isZero();
        assertThat(map("d.pack", "--strategy", "BuyAndHold", "--require", "trades>1"))
                .isEqualTo(3);
        assertThat(streams.err()).contains("warning: --require trades>1 fell short: BuyAndHold made 1 trade\n");
    }

    @Test
    void wrongUsageIsToldApart() {
        synthetic("e.pack", "--days", "3");
        assertThat(map("e.pack", "--require", "trades>0")).isEqualTo(2);
        assertThat(map("e.pack", "--strategy", "BuyAndHold", "--require", "profit>0"))
                .isEqualTo(2);
        assertThat(map("e.pack", "--consensus", "loudest")).isEqualTo(2);
        assertThat(map("e.pack", "--consensus", "prefer nobody")).isEqualTo(2);
        assertThat(streams.err()).contains("--consensus: the pack has no quotes of nobody; its providers: synthetic");
        assertThat(map("e.pack", "--target-days", "-3")).isEqualTo(2);
        assertThat(streams.err()).contains("--target-days: must not be negative: -3");
        assertThat(map("missing.pack")).isEqualTo(1);
        assertThat(streams.err())
                .contains("--strategy")
                .contains("profit>0")
                .contains("loudest")
                .contains("missing.pack");
    }

    private int synthetic(String file, String... more) {
        return run(new PackSyntheticCommand(streams.terminal(), PACKS), "--out", file, more);
    }

    private int map(String file, String... more) {
        streams.forgetOut();
        return run(new IvMapCommand(streams.terminal(), PACKS), "--pack", file, more);
    }

    private int run(Object command, String option, String file, String... more) {
        String[] args = new String[more.length + 2];
        args[0] = option;
        args[1] = folder.resolve(file).toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return streams.run(command, args);
    }
}
