package io.argus.connectors.file.pack;

import io.argus.domain.DataException;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Outcome;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.research.port.PackStore.Loaded;
import io.argus.research.port.PackStore.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Packs that other programs wrote, and what is wrong with some. */
class ForeignPackTest {

    private static final String MINUTES = """
            {"timestamp_ms": 1420210800000, "open": 1, "high": 3, "low": 1, "close": 2, "volume": 5, "symbol": "X"},
            {"timestamp_ms": 1420210860000, "open": 2, "high": 3, "low": 1, "close": 3, "volume": 6, "symbol": "X"}
            """;

    private static final String QUOTED = """
            {"symbol": "X", "recv_ts_ms": 1420210866000, "source_ts_ms": 1420210865000, "underlying_price": 3,
             "quotes_json": {"puts": [{"strike": 2, "expiry_ms": 1421400000000, "bid": 0.1, "ask": 0.2}], "calls": []}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void barsOfAnExchangeBecomeSessionsWithTheirCloses() {
        Loaded loaded = load("""
                {"made_by": "somebody", "bars": [
                  {"timestamp": "2014-11-26", "open": 10, "high": 12, "low": 9, "close": 11, "volume": 1, "symbol": "S"},
                  {"timestamp": "2014-11-28", "open": 11, "high": 12, "low": 9, "close": 10, "note": {"a": [1]}, "symbol": "S"}
                ]}""");
        Pack pack = loaded.pack();

        assertThat(pack.bars()).hasSize(1);
        // The days on both sides of Thanksgiving; the second is a half day.
        assertThat(pack.bars().get(0).openTime(0)).isEqualTo(at("2014-11-26T14:30:00Z"));
        assertThat(pack.bars().get(0).closeTime(0)).isEqualTo(at("2014-11-26T21:00:00Z"));
        assertThat(pack.bars().get(0).closeTime(1)).isEqualTo(at("2014-11-28T18:00:00Z"));
        assertThat(pack.bars().get(0).daily()).isTrue();
        assertThat(loaded.notes()).anyMatch(note -> note.contains("S is described nowhere"));
    }

    @Test
    void barsWithinTheDayTellByTheirHoursOnWhatMarketTheyTraded() {
        // At 20:00 on a Monday in New York, and at 19:30 on a Friday, when it is Saturday in UTC.
        Loaded nights = load(hours("2021-03-02T00:00:00Z", "2021-03-02T01:00:00Z"));
        Loaded lateOnFriday = load(hours("2021-03-05T23:30:00Z", "2021-03-06T00:30:00Z"));

        assertThat(nights.pack().instruments().get(0).calendar()).isEqualTo(TradingCalendar.roundTheClock());
        assertThat(lateOnFriday.pack().instruments().get(0).calendar())
                .isEqualTo(TradingCalendar.newYorkStockExchange());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-04, 2021-03-05, false",
        "2021-03-05, 2021-03-06, true",
        "2021-03-07, 2021-03-08, true",
        "2021-03-08, 2021-03-09, false",
        "1969-12-23, 1969-12-24, false",
        "1969-12-26, 1969-12-27, true"
    })
    void dailyBarsTellByTheirDatesOnWhatMarketTheyTraded(String first, String second, boolean neverCloses) {
        assertThat(load(hours(first, second)).pack().instruments().get(0).calendar() == TradingCalendar.roundTheClock())
                .isEqualTo(neverCloses);
    }

    private static String hours(String first, String second) {
        return "{\"bars\": [" + hour(first) + ", " + hour(second) + "]}";
    }

    private static String hour(String timestamp) {
        return "{\"timestamp\": \"" + timestamp
                + "\", \"open\": 1, \"high\": 1, \"low\": 1, \"close\": 1, \"symbol\": \"S\"}";
    }

    @Test
    void aBarDurationToldIsUsed() {
        Pack pack = load("{\"metadata\": {\"bar_duration_seconds\": 86400, \"symbol\": \"S\"}, \"bars\": ["
                        + "{\"timestamp\": \"2014-11-28\", \"open\": 11, \"high\": 12, \"low\": 9, \"close\": 10}]}")
                .pack();

        assertThat(pack.bars().get(0).daily()).isTrue();
        assertThat(pack.bars().get(0).symbol()).isEqualTo("S");
        assertThat(pack.bars().get(0).closeTime(0)).isEqualTo(at("2014-11-28T18:00:00Z"));
        assertThat(pack.bars().get(0).volume(0)).isZero();
    }

    @Test
    void barsOnWeekendsAreOfAMarketThatNeverCloses() {
        Pack pack = load("""
                        {"bars": [
                          {"timestamp": "2015-01-03T23:00:00Z", "open": 1, "high": 1, "low": 1, "close": 1, "symbol": "C"},
                          {"timestamp": "2015-01-04T00:00:00", "open": 1, "high": 1, "low": 1, "close": 1, "symbol": "C"},
                          {"timestamp": "2015-01-04 01:00:00+00:00", "open": 1, "high": 1, "low": 1, "close": 1, "symbol": "C"}
                        ]}""").pack();

        assertThat(pack.findInstrument("C").map(Instrument::calendar)).hasValue(TradingCalendar.roundTheClock());
        assertThat(pack.bars().get(0).durationMs()).isEqualTo(3_600_000L);
        assertThat(pack.bars().get(0).openTime(1)).isEqualTo(at("2015-01-04T00:00:00Z"));
    }

    @Test
    void optionsOfAnExchangeThatAreDescribedNowhereAreListedOptions() {
        Loaded loaded = load("{\"bars\": [%s], \"snapshots\": [%s]}".formatted(MINUTES, QUOTED));

        Instrument option = loaded.pack().findOptionTerms("X").orElseThrow();
        assertThat(option.spec().multiplier()).isEqualTo(100);
        assertThat(option.spec().payoff()).isEqualTo(ContractSpec.Payoff.LINEAR);
        assertThat(option.fees()).isEqualTo(FeeSchedule.US_OPTIONS);
        assertThat(loaded.notes()).anyMatch(note -> note.contains("options of X are described nowhere; taken as 100"));
    }

    @Test
    void whereContractsMayPayInTheCoinNothingIsAssumedOfOptions() {
        String crypto = "{\"metadata\": {\"market\": \"CRYPTO\"}, \"bars\": [%s], \"snapshots\": [%s]}";
        for (String pack :
                List.of(crypto.formatted(MINUTES, QUOTED), "{\"snapshots\": [%s]}".formatted(QUOTED), """
                {"instruments": [{"symbol": "X", "kind": "spot", "calendar": "NYSE", "quote_currency": "EUR"}],
                 "bars": [%s], "snapshots": [%s]}""".formatted(
                                MINUTES, QUOTED))) {
            Loaded loaded = load(pack);

            assertThat(loaded.pack().findOptionTerms("X")).isEmpty();
            assertThat(loaded.notes()).anyMatch(note -> note.contains("options of X cannot be traded"));
        }
    }

    @Test
    void anOptionDescribedAloneLeavesItsUnderlyingToBeAssumed() {
        Pack pack = load("""
                        {"instruments": [{"symbol": "X", "kind": "option", "multiplier": 10, "fee_schedule": "us_options"}],
                         "bars": [%s], "snapshots": [%s]}""".formatted(MINUTES, QUOTED)).pack();

        assertThat(pack.findInstrument("X").map(each -> each.spec().kind())).hasValue(ContractSpec.Kind.SPOT);
        assertThat(pack.findOptionTerms("X").map(each -> each.spec().multiplier()))
                .hasValue(10.0);
    }

    @Test
    void everyPartIsReadInTheDocumentedShape() {
        Pack pack = load("""
                        {"snapshots": [
                          {"symbol": "X", "source_ts_ms": 1420210805000, "recv_ts_ms": 1420210806000,
                           "underlying_price": 2.5, "atm_iv": 55, "provider": "p",
                           "quotes_json": "{\\"puts\\": [{\\"strike\\": 2, \\"expiry_ms\\": 1421400000000, \\"bid\\": 0.1, \\"ask\\": 0.2, \\"iv\\": 60, \\"unknown\\": []}], \\"calls\\": []}"},
                          {"symbol": "X", "recv_ts_ms": 1420210866000, "source_ts_ms": 1420210865000, "provider": "p",
                           "quotes_json": {"calls": [{"strike": 3, "expiry_ms": 1421400000000, "bid": null, "ask": 0.3,
                             "bid_size": 0, "ask_size": 7, "iv": null, "delta": 0.4, "gamma": 0.1, "theta": -0.2, "vega": 0.05},
                            {"strike": 4, "ask": 0.1}]}}],
                         "regimes": [{"timestamp_ms": 1420210860000, "scope": "X", "vol_regime": "HIGH",
                           "trend_regime": "DOWN", "session_regime": "RTH", "confidence": 0.5,
                           "metrics_json": "{\\"z\\": 1.5}"}],
                         "outcomes": [
                          {"timestamp_ms": 1420210800000, "horizon_seconds": 60, "close_now": 2, "close_at_horizon": 3,
                           "fwd_return": 0.5, "max_runup": 0.5, "max_drawdown": -0.5, "realized_vol": null,
                           "status": "OK", "window_start_ms": 1420210860000, "window_end_ms": 1420210920000,
                           "bars_expected": 1, "bars_found": 1, "gap_count": 0},
                          {"timestamp_ms": 1420210860000, "horizon_seconds": 60, "close_now": 3, "close_at_horizon": null,
                           "fwd_return": null, "max_runup": null, "max_drawdown": null, "realized_vol": null,
                           "status": "INCOMPLETE", "window_start_ms": 1420210920000, "window_end_ms": 1420210980000,
                           "bars_expected": 1, "bars_found": 0, "gap_count": 1}],
                         "bars": [%s],
                         "instruments": [
                          {"symbol": "X", "kind": "spot", "calendar": "24/7", "quote_currency": "EUR", "lot_size": 1},
                          {"symbol": "X", "kind": "option", "payoff": "inverse", "multiplier": 0.1, "exercise": "american",
                           "quote_currency": "USD", "settlement_currency": "X", "calendar": "24/7",
                           "tick_size_steps": [{"above_price": 0, "tick_size": 0.0005}],
                           "fee_schedule": "deribit_options"}],
                         "settlements": [{"instrument": "X-1", "time_ms": 5, "known_ms": 6, "price": 7}],
                         "funding": [{"symbol": "X", "time_ms": 5, "known_ms": 4, "rate": -0.0001}],
                         "actions": [{"symbol": "X", "ex_ms": 5, "split": 2}],
                         "trades": [{"instrument": "X-1", "time_ms": 5, "known_ms": 6, "price": 7, "size": 2, "taker": "buyer"}],
                         "index_prices": [{"index": "x_usd", "time_ms": 5, "known_ms": 6, "price": 7}],
                         "metadata": {"iv_unit": "percent", "something": "else"}}""".formatted(MINUTES)).pack();

        assertThat(pack.findInstrument("X").map(each -> each.spec().quoteCurrency()))
                .hasValue("EUR");
        ContractSpec option = pack.findOptionTerms("X").orElseThrow().spec();
        assertThat(option.payoff()).isEqualTo(ContractSpec.Payoff.INVERSE);
        assertThat(option.multiplier()).isEqualTo(0.1);
        assertThat(option.exercise()).isEqualTo(ContractSpec.Exercise.AMERICAN);
        assertThat(pack.findOptionTerms("X").map(Instrument::fees)).hasValue(FeeSchedule.DERIBIT_OPTIONS);
        assertThat(option.tickSizes()).containsExactly(new ContractSpec.TickSize(0, 0.0005));
        assertThat(pack.bars().get(0).durationMs()).isEqualTo(60_000);

        Outcome outcome = pack.outcomes().get(0).outcome(0);
        assertThat(pack.outcomes().get(0).symbol()).isEqualTo("X");
        assertThat(outcome.forwardReturn()).hasValue(0.5);
        assertThat(outcome.realizedVolatility()).isEmpty();
        assertThat(outcome.status()).isEqualTo(OutcomeStatus.OK);
        assertThat(pack.outcomes().get(0).outcome(1).gapCount()).isEqualTo(1);

        Regime regime = pack.regimes().get(0).regimes().get(0);
        assertThat(regime.volatility()).isEqualTo(VolatilityRegime.HIGH);
        assertThat(regime.trend()).isEqualTo(TrendRegime.DOWN);
        assertThat(regime.metrics()).isEqualTo("{\"z\": 1.5}");

        OptionChain first = pack.chains().get(0).chain(0);
        assertThat(first.atTheMoneyVolatility()).hasValue(0.55);
        assertThat(first.impliedVolatility(0)).hasValue(0.6);
        assertThat(first.bidSize(0)).isNaN();
        OptionChain second = pack.chains().get(0).chain(1);
        assertThat(second.size()).isEqualTo(1);
        assertThat(second.bid(0)).isNaN();
        assertThat(second.bidSize(0)).isZero();
        assertThat(second.impliedVolatility(0)).isEmpty();
        assertThat(second.vega(0)).hasValue(0.05);

        assertThat(pack.events().actions().get(0).split()).isEqualTo(2);
        assertThat(pack.events().funding().get(0).rate()).isEqualTo(-0.0001);
        assertThat(pack.events().settlements()).hasSize(1);
        assertThat(pack.events().trades()).hasSize(1);
        assertThat(pack.events().indexPrices()).hasSize(1);
    }

    @Test
    void quotesWithoutAnExpiryAreLeftOutAndCounted() {
        Loaded loaded = load("{\"snapshots\": [{\"symbol\": \"X\", \"recv_ts_ms\": 5, \"quotes_json\":"
                + "{\"puts\": [{\"strike\": 1}, {\"strike\": 2, \"expiry_ms\": 9}]}}]}");

        assertThat(loaded.pack().chains().get(0).quotes()).isEqualTo(1);
        assertThat(loaded.pack().chains().get(0).provider()).isEqualTo("unknown");
        assertThat(loaded.warnings())
                .singleElement()
                .asString()
                .endsWith("quotes that do not tell when they expire, left out: 1");
    }

    @Test
    void quotesThatAreBrokenAreToldWithTheirSnapshotAndField() {
        assertThatThrownBy(() -> load("{\"snapshots\": [" + QUOTED.strip() + ", {\"symbol\": \"X\", \"recv_ts_ms\": 5,"
                        + " \"quotes_json\": \"{\\\"puts\\\": [\"}]}"))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(".*: snapshots\\[1]: quotes_json:1:\\d+: is not whole JSON: it ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"schema_version\": 99, ", "\"metadata\": {\"schema_version\": 99}, "})
    void aPackOfALaterProgramIsRefused(String version) {
        assertThatThrownBy(() -> load("{" + version + "\"bars\": [" + MINUTES + "]}"))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith(": is of schema version 99; this program reads version 1");
    }

    @Test
    void aSnapshotThatDoesNotTellItsReceiptNeedsAnAssumption() {
        String text = "{\"snapshots\": [{\"symbol\": \"X\", \"timestamp_ms\": 1000, \"quotes_json\": {}}]}";

        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshots[0]")
                .hasMessageContaining("--assume-receipt-delay");

        Loaded loaded = new FilePackStore().load(write(text), Reading.assumingReceiptAfter(250));
        assertThat(loaded.pack().chains().get(0).received(0)).isEqualTo(1250);
        assertThat(loaded.pack().labels()).containsEntry(Pack.ASSUMED_RECEIPT_DELAY_MS, "250");
        assertThat(loaded.warnings()).singleElement().asString().contains("assumed 250 ms");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing                | ''                                                             | is empty
            not JSON               | bars                                                           | not whole JSON
            an array               | []                                                             | a JSON object is expected
            no data                | {"metadata": {}}                                               | neither "bars" nor "snapshots"
            cut short              | {"bars": [{"timestamp_ms": 1, "op                              | not whole JSON
            something after        | {"bars": []} {}                                                | goes on after its end
            bars twice             | {"bars": [], "bars": []}                                       | "bars" twice
            bars no array          | {"bars": 5}                                                    | bars must be an array
            bar no object          | {"bars": [5]}                                                  | bars[0]: an object is expected
            bar without time       | {"bars": [{"open": 1}]}                                        | bars[0]: timestamp_ms is missing
            bar with bad time      | {"bars": [{"timestamp": "yesterday"}]}                         | no ISO date
            price is a text        | {"bars": [{"timestamp_ms": 1, "open": "1"}]}                   | bars[0]: open is not a number: "1"
            price is missing       | {"bars": [{"timestamp_ms": 1, "open": 1, "high": 1, "low": 1, "close": null}]} | bars[0]: close is missing
            unknown unit           | {"metadata": {"iv_unit": "points"}, "bars": []}                | iv_unit must be decimal or percent
            unit missing           | {"snapshots": [{"symbol": "X", "recv_ts_ms": 5, "atm_iv": 1}]} | iv_unit
            unknown status         | {"bars": [], "outcomes": [{"status": "FINE", "horizon_seconds": 1}]} | status must be OK
            option without fees    | {"bars": [], "instruments": [{"symbol": "X", "kind": "option", "multiplier": 1}]} | fee_schedule
            calendar of a number   | {"bars": [], "instruments": [{"symbol": "X", "calendar": 5}]} | calendar is not a text: 5
            currency of a list     | {"bars": [], "instruments": [{"symbol": "X", "quote_currency": []}]} | quote_currency is not a text: []
            fees of a number       | {"bars": [], "instruments": [{"symbol": "X", "fee_schedule": 5}]} | fee_schedule is neither a name nor an object: 5
            tick sizes of a number | {"bars": [], "instruments": [{"symbol": "X", "tick_size_steps": 5}]} | tick_size_steps is not a list: 5
            twice in an instrument | {"bars": [], "instruments": [{"symbol": "X", "multiplier": 1, "multiplier": 5}]} | multiplier
            time beyond all        | {"bars": [{"timestamp_ms": 1e308, "open": 1, "high": 1, "low": 1, "close": 1, "symbol": "X"}]} | timestamp_ms is not a whole number: 1e308
            time beyond a long     | {"bars": [{"timestamp_ms": 9223372036854775808}]}              | bars[0]: timestamp_ms is not a whole number: 9223372036854775808
            price beyond all       | {"bars": [{"timestamp_ms": 1, "open": 1e999}]}                 | bars[0]: open is beyond 1e308: 1e999
            close twice            | {"bars": [{"timestamp_ms": 1, "close": 1, "close": 9}]}        | bars[0]: has "close" twice
            status twice           | {"bars": [], "outcomes": [{"status": "OK", "status": "GAP"}]}  | outcomes[0]: has "status" twice
            receipt twice          | {"snapshots": [{"recv_ts_ms": 5, "symbol": "X", "recv_ts_ms": 1}]} | snapshots[0]: has "recv_ts_ms" twice
            puts twice             | {"snapshots": [{"quotes_json": {"puts": [], "puts": []}}]}     | snapshots[0]: has "puts" twice
            bid twice              | {"snapshots": [{"quotes_json": "{\\"puts\\": [{\\"bid\\": 1, \\"bid\\": 2}]}"}]} | snapshots[0]: has "bid" twice
            rate twice             | {"bars": [], "funding": [{"rate": 1, "rate": 2}]}              | funding[0]: has "rate" twice
            unknown taker          | {"bars": [], "trades": [{"time_ms": 1, "known_ms": 1, "price": 1, "taker": "me"}]} | taker must be buyer, seller or unknown, not "me"
            durations no list      | {"metadata": {"bar_series": {"symbol": "X"}}, "bars": []}      | bar_series is not a list
            duration of nothing    | {"metadata": {"bar_series": [{"duration_ms": 5}]}, "bars": []} | bar_series needs a symbol
            durations twice        | {"metadata": {"bar_series": [{"symbol": "X", "duration_ms": 5}, {"symbol": "X", "duration_ms": 6}]}, "bars": []} | bar_series has X twice
            duration of a part     | {"metadata": {"bar_duration_ms": 1.5}, "bars": []}             | bar_duration_ms must be a positive whole number, not 1.5
            duration beyond all    | {"metadata": {"bar_duration_seconds": 9223372036854775807}, "bars": []} | no bar is as long
            unknown calendar       | {"bars": [], "instruments": [{"symbol": "X", "calendar": "MARS"}]} | no calendar is called "MARS"
            """)
    void whatCannotBeReadIsSaidInOneLine(String what, String text, String message) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("foreign.json")
                .hasMessageContaining(message)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a time twice           | 1420210800000 | 1420210800000 | 1 | bars[1] of X: bars come in time order
            a time going back      | 1420210860000 | 1420210800000 | 1 | bars[1] of X: bars come in time order
            close above high       | 1420210800000 | 1420210860000 | 9 | bars[1] of X: open 1.0 and close 9.0
            """)
    void whatIsWrongWithABarIsSaidWithItsPlace(String what, long first, long second, double close, String message) {
        String bar = "{\"timestamp_ms\": %d, \"open\": 1, \"high\": 2, \"low\": 1, \"close\": %s, \"symbol\": \"X\"}";
        String text = "{\"metadata\": {\"bar_duration_ms\": 60000}, \"bars\": [" + bar.formatted(first, "1") + ","
                + bar.formatted(second, close) + "]}";

        assertThatThrownBy(() -> load(text)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            close_now, 0           | close_now must be a number above 0, not 0.0
            close_at_horizon, -1   | close_at_horizon must be a number above 0, not -1.0
            fwd_return, -1.5       | fwd_return must be a number of at least -1, not -1.5
            max_runup, 1e999       | max_runup is beyond 1e308: 1e999
            max_drawdown, -2       | max_drawdown must be a number of at least -1, not -2.0
            realized_vol, -0.1     | realized_vol must be a number of at least 0, not -0.1
            bars_expected, 4294967297 | bars_expected is no count: 4294967297
            bars_found, -1         | bars_found is no count: -1
            """)
    void anOutcomeThatNoPricesHaveIsRefused(String field, String message) {
        String[] wrong = field.split(", ", -1);
        String text = "{\"bars\": [], \"outcomes\": [{\"symbol\": \"X\", \"timestamp_ms\": 1, \"horizon_seconds\": 60,"
                + " \"status\": \"INCOMPLETE\", \"window_start_ms\": 1, \"window_end_ms\": 60001, \"" + wrong[0]
                + "\": "
                + wrong[1] + "}]}";

        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("outcomes[0]: " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            received too early     | 5000 | 6001 | received at 5000, 1001 ms before it was sent
            going back             | 3999 | 3999 | order of their receipt
            twice                  | 4000 | 4000 | stands twice
            """)
    void whatIsWrongWithASnapshotIsSaidWithItsPlace(String what, long received, long sent, String message) {
        String snapshot = "{\"symbol\": \"X\", \"recv_ts_ms\": %d, \"source_ts_ms\": %d}";
        String text =
                "{\"snapshots\": [" + snapshot.formatted(4000, 4000) + "," + snapshot.formatted(received, sent) + "]}";

        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("snapshots[1]")
                .hasMessageContaining(message);
    }

    @Test
    void aContractThatStandsTwiceIsSaidWithItsSnapshot() {
        String put = "{\"strike\": 95, \"expiry_ms\": 9000, \"bid\": 1, \"ask\": 2}";
        String snapshot = "{\"symbol\": \"X\", \"recv_ts_ms\": %d, \"quotes_json\": {\"puts\": [%s]}}";
        for (int wrong : new int[] {0, 1}) {
            String text = "{\"snapshots\": [" + snapshot.formatted(4000, wrong == 0 ? put + "," + put : put) + ","
                    + snapshot.formatted(5000, wrong == 1 ? put + "," + put : put) + "]}";

            assertThatThrownBy(() -> load(text))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("snapshots[" + wrong + "]")
                    .hasMessageContaining("the put at 95.0 that expires at 9000 stands twice");
        }
    }

    @Test
    void aPackThatWasChangedAfterwardsIsRefused() throws IOException {
        FilePackStore store = new FilePackStore();
        Path file = folder.resolve("changed.json");
        store.save(file, load("{\"bars\": [" + MINUTES + "]}").pack());
        Files.writeString(file, Files.readString(file).replace("\"close\":3.0", "\"close\":2.5"));

        assertThatThrownBy(() -> store.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("content_hash");
    }

    private Loaded load(String text) {
        return new FilePackStore().load(write(text), Reading.asItStands());
    }

    private Path write(String text) {
        try {
            return Files.writeString(folder.resolve("foreign.json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
