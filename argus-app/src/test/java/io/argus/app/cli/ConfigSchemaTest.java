package io.argus.app.cli;

import io.argus.app.config.ConfigReference;
import io.argus.research.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema and {@code argus config check} say the same of a configuration, wherever a schema can say it. */
class ConfigSchemaTest {

    private static final String CYCLE =
            "pack: {symbols: [SP500], bars: x.csv}\nstrategies: [{strategy_class: BuyAndHold}]\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pack: {symbols: []}\nstrategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: [SP500, SP500], bars: x.csv}\nstrategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: [SP500]}\nstrategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: [SP500], bars: null}\nstrategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: [SP500], bars: ''}\nstrategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: [SP500], bars: x.csv}\nstrategies: []",
                "pack: {symbols: [SP500], bars: x.csv}",
                "strategies: [{strategy_class: BuyAndHold}]",
                "pack: {symbols: SP500}",
                "pack: {symbols: ['']}",
                "pack: {bar_duration: 0s}",
                "pack: {bar_duration: 0}",
                "pack: {bar_duration: 86401}",
                "pack: {bar_duration: 1.2.3s}",
                "pack: {bar_duration: 1w}",
                "pack: {start_date: 2020-13-01}",
                "pack: {start_date: 2020-04-31}",
                "pack: {end_date: 2020-02-30}",
                "pack: {end_date: 01.01.2020}",
                "pack: {last_n_days: 0}",
                "pack: {last_n_days: 1.5}",
                "pack: {option_snapshots: []}",
                "outcomes: {horizons: [0s]}",
                "outcomes: {horizons: [315360001]}",
                "outcomes: {ensure_before_pack: 1}",
                "strategies: [{id: x}]",
                "strategies: [{strategy_class: BuyAndHold, sweep: {symbol: []}}]",
                "strategies: [{strategy_class: SmaCross, sweep: {fast: {min: 1, max: 9}}}]",
                "strategies: [{strategy_class: SmaCross, sweep: {fast: {min: 1, max: 9, step: 2, num_steps: 4}}}]",
                "strategies: [{strategy_class: SmaCross, sweep: {fast: {min: 1, max: 9, step: 0}}}]",
                "experiment: {starting_cash: 0}",
                "experiment: {cash_rate: 1}",
                "experiment: {market: MOON}",
                "experiment: {mc_ruin_level: 1}",
                "experiment: {walk_forward: {train_days: 3000000000, test_days: 1}}",
                "experiment: {walk_forward: {train_days: 20}}",
                "experiment: {execution: {moc_cutoff: 90000}}",
                "experiment: {execution: {initial_margin: 0}}",
                "experiment: {execution: {quote_source: next_opn}}",
                "evaluation: {kill_thresholds: {stepm_alpha: 0.9}}",
                "evaluation: {kill_thresholds: {stepm_alpha: 0}}",
                "evaluation: {kill_thresholds: {pbo_max: 1.5}}",
                "evaluation: {kill_thresholds: {spa_p_max: -0.1}}",
                "evaluation: {kill_thresholds: {mc_p95_drawdown_max: 2}}",
                "evaluation: {kill_thresholds: {mc_ruin_prob_max: 2}}",
                "evaluation: {kill_thresholds: {mc_fraction_positive_min: 2}}",
                "evaluation: {kill_thresholds: {dsr: 0.5}}",
                "evaluation: {weights: {luck: 1}}",
                "evaluation: {weights: {return_norm: 101}}",
                "evaluation: {equity: 0}",
                "evaluation: {min_dsr: -1}",
                "evaluation: {allocation: {kelly_fraction: 1.5}}",
                "evaluation: {allocation: {current_weights: {a: 2}}}",
                "evaluation: {allocation: {sigma_window: 1}}",
                "evaluation: {allocation: {max_loss_per_contract: {a: much}}}",
                "evaluation: {allocation: {per_play_caps: 0.1}}",
                "loop: {interval_hours: 0}",
                "loop: 24",
                "recorder: {currency: BTC}",
                "recorder: {currency: BTC, out: x.pack, every: 0m}"
            })
    void whatIsRefusedIsNotValid(String text) throws IOException {
        assertThat(check(text)).as(text).isEqualTo(2);
        assertThat(faults(text)).as(text).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop: {}",
                "pack: {symbols: []}\nstrategies: []",
                "pack: null\nstrategies: null\nevaluation: {kill_thresholds: {stepm_alpha: 0.5, pbo_max: 1, dsr_min: null}}",
                CYCLE,
                CYCLE + "experiment: {cash_rate: -0.5, walk_forward: {train_days: 20, test_days: 5}}",
                CYCLE + "outcomes: {horizons: [86400, 24h, 1d]}",
                CYCLE + "recorder: {currency: BTC, out: x.pack, every: .5s, history: 0s}",
                "pack: {symbols: [SP500, 500], bars: {SP500: x.csv, 500: y.csv}, bar_duration: 1d, start_date: 2020-02-29}\n"
                        + "strategies: [{strategy_class: SmaCross, sweep: {fast: {min: 1, max: 9, num_steps: 4, step: null}}}]"
            })
    void whatIsAcceptedIsValid(String text) throws IOException {
        assertThat(check(text)).as(text).isZero();
        assertThat(faults(text)).as(text).isEmpty();
    }

    @Test
    void theShippedConfigurationsAreValid() throws IOException {
        for (String file : List.of(
                "../config/research_loop.example.yaml",
                "../config/strict.example.yaml",
                "src/test/resources/config/every-key.yaml")) {
            assertThat(faults(Files.readString(Path.of(file)))).as(file).isEmpty();
        }
    }

    private int check(String text) throws IOException {
        return new InProcess()
                .run(
                        "config",
                        "check",
                        Files.writeString(folder.resolve("c.yaml"), text).toString());
    }

    private static List<String> faults(String text) {
        LoaderOptions options = new LoaderOptions();
        Yaml yaml = new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new DaysAsTexts());
        return JsonSchema.faults(ConfigReference.schema(), yaml.load(text));
    }

    /** What YAML 1.2 and programs that check schemas make of dates. */
    private static final class DaysAsTexts extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
