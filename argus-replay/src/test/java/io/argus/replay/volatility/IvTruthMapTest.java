package io.argus.replay.volatility;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class IvTruthMapTest {

    private static final long NOW = 1_600_000_000_000L;
    private static final long DAY = 86_400_000;
    private static final long NEAR = NOW + 20 * DAY;
    private static final long FAR = NOW + 50 * DAY;
    private static final IvReader READER = new IvReader(30, 120_000, false);

    @Test
    void theProvidersOwnIsTakenOnlyForTheExpiryAskedFor() {
        OptionChain ofTarget = chain(100, 0.31, OptionalLong.of(NEAR), quote(Right.PUT, 100, NEAR, 2, 2.2, 0.28));
        assertThat(READER.read(ofTarget, NOW))
                .isEqualTo(new IvReading.Known(0.31, NEAR, IvRoute.PROVIDER_AT_THE_MONEY));
        OptionChain ofAnother = chain(100, 0.31, OptionalLong.of(FAR), quote(Right.PUT, 100, NEAR, 2, 2.2, 0.28));
        assertThat(READER.read(ofAnother, NOW)).isEqualTo(new IvReading.Known(0.28, NEAR, IvRoute.PROVIDER_CONTRACT));
        OptionChain ofNone = chain(100, 0.31, OptionalLong.empty(), quote(Right.PUT, 100, NEAR, 2, 2.2, 0.28));
        assertThat(READER.read(ofNone, NOW)).isEqualTo(new IvReading.Known(0.28, NEAR, IvRoute.PROVIDER_CONTRACT));
    }

    @Test
    void contractsNearestTheMoneyOfOneExpirySpeak() {
        OptionChain chain = chain(
                101,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 95, NEAR, 1, 1.2, 0.5),
                quote(Right.PUT, 100, NEAR, 2, 2.2, 0.28),
                quote(Right.CALL, 100, NEAR, 2, 2.2, 0.30),
                quote(Right.CALL, 110, NEAR, 1, 1.2, 0.6),
                quote(Right.PUT, 101, FAR, 5, 5.2, 0.9));
        assertThat(READER.read(chain, NOW).find()).hasValueCloseTo(0.29, within(1e-15));
    }

    @Test
    void withoutAnyItIsSolvedWithTheContractsOwnExpiry() {
        double value = BlackScholes.price(
                EuropeanOption.onForward(Right.PUT, 101, 100, EuropeanOption.years(NOW, NEAR), 0), 0.4);
        OptionChain chain = chain(
                101,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 100, NEAR, value - 0.05, value + 0.05, Double.NaN));
        IvReading reading = READER.read(chain, NOW);
        assertThat(reading).isInstanceOf(IvReading.Known.class);
        assertThat(((IvReading.Known) reading).route()).isEqualTo(IvRoute.SOLVED);
        assertThat(reading.find()).hasValueCloseTo(0.4, within(1e-9));
    }

    /** The nearest put and the nearest call need not share a strike, and one may be silent. */
    @Test
    void putAndCallSpeakEachForThemselves() {
        OptionChain apart = chain(
                100,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 95, NEAR, 1, 1.2, 0.20),
                quote(Right.CALL, 105, NEAR, 1, 1.2, 0.30),
                quote(Right.CALL, 110, NEAR, 1, 1.2, 0.90));
        assertThat(READER.read(apart, NOW).find()).hasValueCloseTo(0.25, within(1e-15));
        OptionChain silentPut = chain(
                100,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 100, NEAR, 1, 1.2, Double.NaN),
                quote(Right.CALL, 105, NEAR, 1, 1.2, 0.30));
        assertThat(READER.read(silentPut, NOW)).isEqualTo(new IvReading.Known(0.30, NEAR, IvRoute.PROVIDER_CONTRACT));
    }

    /** In whatever order a provider lists its contracts. */
    @Test
    void ofTwoEquallyNearTheLowerStrikeAndTheEarlierExpiryCount() {
        OptionChain strikes = chain(
                100,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 105, NEAR, 1, 1.2, 0.9),
                quote(Right.PUT, 95, NEAR, 1, 1.2, 0.3));
        assertThat(READER.read(strikes, NOW).find()).hasValue(0.3);
        OptionChain expiries = chain(
                100,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 100, NOW + 40 * DAY, 1, 1.2, 0.9),
                quote(Right.PUT, 100, NEAR, 1, 1.2, 0.3));
        assertThat(READER.read(expiries, NOW)).isEqualTo(new IvReading.Known(0.3, NEAR, IvRoute.PROVIDER_CONTRACT));
    }

    @Test
    void aVolatilityOfNothingIsNone() {
        OptionChain chain = chain(100, 0, OptionalLong.of(NEAR), quote(Right.PUT, 100, NEAR, 2, 2.2, 0.28));
        assertThat(READER.read(chain, NOW)).isEqualTo(new IvReading.Known(0.28, NEAR, IvRoute.PROVIDER_CONTRACT));
    }

    @Test
    void theExpiryWantedLiesAfterATime() {
        OptionChain chain = chain(
                100,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 100, NEAR, 1, 1.2, 0.3),
                quote(Right.PUT, 100, FAR, 1, 1.2, 0.3));
        assertThat(IvReader.nearestExpiry(chain, NEAR, NOW)).hasValue(NEAR);
        assertThat(IvReader.nearestExpiry(chain, NEAR, NEAR)).hasValue(FAR);
        assertThat(IvReader.nearestExpiry(chain, NEAR, FAR)).isEmpty();
    }

    @Test
    void coinPricesAreSolvedInDollars() {
        EuropeanOption option =
                EuropeanOption.onForward(Right.CALL, 40_000, 40_000, EuropeanOption.years(NOW, NEAR), 0);
        double coins = BlackScholes.coinPrice(option, 0.7);
        OptionChain chain = chain(
                40_000,
                Double.NaN,
                OptionalLong.empty(),
                quote(Right.PUT, 40_000, NEAR, Double.NaN, 0.1, Double.NaN),
                quote(Right.CALL, 40_000, NEAR, coins, coins, Double.NaN));
        assertThat(new IvReader(30, 0, true).read(chain, NOW).find()).hasValueCloseTo(0.7, within(1e-9));
    }

    @Test
    void whatIsMissingSaysWhy() {
        assertThat(missing(100, quote(Right.CALL, 100, NEAR, Double.NaN, 2, Double.NaN)))
                .isEqualTo(IvAbsence.NO_PUTS);
        assertThat(missing(100, quote(Right.PUT, 100, NEAR, Double.NaN, 2, Double.NaN)))
                .isEqualTo(IvAbsence.NO_BID);
        assertThat(missing(100, quote(Right.PUT, 100, NEAR, 0, 2, Double.NaN))).isEqualTo(IvAbsence.NO_BID);
        assertThat(missing(100, quote(Right.PUT, 100, NEAR, 2, Double.NaN, Double.NaN)))
                .isEqualTo(IvAbsence.NO_ASK);
        assertThat(missing(100, quote(Right.PUT, 100, NEAR, 3, 2, Double.NaN))).isEqualTo(IvAbsence.CROSSED);
        assertThat(missing(90, quote(Right.PUT, 100, NEAR, 9, 9.5, Double.NaN))).isEqualTo(IvAbsence.BELOW_INTRINSIC);
        assertThat(missing(90, quote(Right.PUT, 100, NEAR, 100, 101, Double.NaN)))
                .isEqualTo(IvAbsence.ABOVE_BOUND);
        assertThat(missing(Double.NaN, quote(Right.PUT, 100, NEAR, 2, 3, 0.3)))
                .isEqualTo(IvAbsence.NO_UNDERLYING_PRICE);
        assertThat(missing(100, quote(Right.PUT, 100, NOW, 2, 3, 0.3))).isEqualTo(IvAbsence.NO_EXPIRY);
        OptionChain old = chain(100, Double.NaN, OptionalLong.empty(), quote(Right.PUT, 100, NEAR, 2, 3, 0.3));
        assertThat(READER.read(old, NOW + 120_001)).isEqualTo(new IvReading.Missing(IvAbsence.STALE));
    }

    @Test
    void everyReasonHasARemedy() {
        for (IvAbsence absence : IvAbsence.values()) {
            assertThat(absence.remedy()).isNotBlank();
        }
    }

    @Test
    void theMapCountsSourcesWaysAndReasons() {
        ChainSeries.Builder series = ChainSeries.builder("XYZ", "one");
        for (int i = 0; i < 10; i++) {
            long sent = NOW + i * 60_000L;
            series.snapshot(sent + 100L * i, sent, i == 9 ? Double.NaN : 100, Double.NaN);
            quote(Right.PUT, 100, NEAR, 2, 2.2, i < 6 ? 0.3 : Double.NaN).addTo(series);
        }
        IvTruthMap map = IvTruthMap.of(pack(series.build()), IvTruthMap.Settings.usual());
        IvSource source = map.sources().get(0);
        assertThat(source.snapshots()).isEqualTo(10);
        assertThat(source.routes()).isEqualTo(Map.of(IvRoute.PROVIDER_CONTRACT, 6, IvRoute.SOLVED, 3));
        assertThat(source.missing()).isEqualTo(Map.of(IvAbsence.NO_UNDERLYING_PRICE, 1));
        assertThat(source.withVolatility()).isEqualTo(9);
        assertThat(source.staleness().median()).isEqualTo(450);
        assertThat(source.staleness().largest()).isEqualTo(900);
        assertThat(map.consensus()).isEmpty();
    }

    @Test
    void theMapTellsWhatTheVolatilitiesAre() {
        ChainSeries.Builder series = ChainSeries.builder("XYZ", "one");
        double[] told = {0.3, 0.5, 0.2, 0.6};
        for (int i = 0; i < told.length; i++) {
            series.snapshot(NOW + i, NOW + i, 101, Double.NaN);
            quote(Right.PUT, 100, NEAR, 2, 2.2, told[i]).addTo(series);
        }
        series.snapshot(NOW + 4, NOW + 4, Double.NaN, Double.NaN);
        quote(Right.PUT, 100, NEAR, 2, 2.2, 0.9).addTo(series);
        Pack pack = pack(series.build());
        IvTruthMap.Settings usual = IvTruthMap.Settings.usual();

        IvSource source = IvTruthMap.of(pack, usual).sources().get(0);

        assertThat(source.volatilities())
                .isEqualTo(Map.of(IvRoute.PROVIDER_CONTRACT, new IvRange(4, NOW, NOW + 3, 0.2, 0.4, 0.6)));
        assertThat(source.withoutPuts()).isZero();
        assertThat(IvTruthMap.latest(pack, pack.chains().get(0), usual, 2))
                .containsExactly(
                        new IvSnapshot(
                                NOW + 3,
                                OptionalLong.of(NEAR),
                                OptionalDouble.of(100),
                                false,
                                new IvReading.Known(0.6, NEAR, IvRoute.PROVIDER_CONTRACT)),
                        new IvSnapshot(
                                NOW + 4,
                                OptionalLong.of(NEAR),
                                OptionalDouble.empty(),
                                false,
                                new IvReading.Missing(IvAbsence.NO_UNDERLYING_PRICE)));
    }

    /** Calls imply a volatility too, but nobody sells a put spread where there are no puts. */
    @Test
    void callsAloneGiveAVolatilityAndAreToldOf() {
        ChainSeries.Builder series = ChainSeries.builder("XYZ", "one").snapshot(NOW, NOW, 101, Double.NaN);
        quote(Right.CALL, 95, NEAR, 8, 8.2, 0.4).addTo(series);
        quote(Right.CALL, 100, NEAR, 4, 4.2, 0.3).addTo(series);
        quote(Right.PUT, 100, FAR, 4, 4.2, 0.9).addTo(series);
        Pack pack = pack(series.build());

        IvSource source =
                IvTruthMap.of(pack, IvTruthMap.Settings.usual()).sources().get(0);

        assertThat(source.withVolatility()).isEqualTo(1);
        assertThat(source.withoutPuts()).isEqualTo(1);
        assertThat(source.missing()).isEmpty();
        IvSnapshot only = IvTruthMap.latest(pack, pack.chains().get(0), IvTruthMap.Settings.usual(), 1)
                .findFirst()
                .orElseThrow();
        assertThat(only.strike()).hasValue(100);
        assertThat(only.withoutPuts()).isTrue();
        assertThat(only.reading().find()).hasValue(0.3);
    }

    @Test
    void barsAloneAreNeverASource() {
        BarSeries bars = BarSeries.builder("XYZ", DAY)
                .add(NOW, NOW + DAY, 100, 101, 99, 100, 1)
                .build();
        Pack pack = Pack.ofBars(List.of(Instrument.spot("XYZ", TradingCalendar.roundTheClock())), List.of(bars));
        IvSource source =
                IvTruthMap.of(pack, IvTruthMap.Settings.usual()).sources().get(0);
        assertThat(source.allowed()).isFalse();
        assertThat(source.missing()).containsOnlyKeys(IvAbsence.BARS_ONLY);
        assertThat(source.withVolatility()).isZero();
    }

    /** Differences of 0.01, 0.03 and 0.2 of volatilities about 0.5. */
    @Test
    void providersAreComparedContractByContract() {
        ChainSeries.Builder one = ChainSeries.builder("XYZ", "one").snapshot(NOW, NOW, 100, Double.NaN);
        ChainSeries.Builder two = ChainSeries.builder("XYZ", "two").snapshot(NOW + 60_000, NOW, 100, Double.NaN);
        quote(Right.PUT, 90, NEAR, 1, 2, 0.50).addTo(one);
        quote(Right.PUT, 95, NEAR, 1, 2, 0.50).addTo(one);
        quote(Right.PUT, 100, NEAR, 1, 2, 0.50).addTo(one);
        quote(Right.CALL, 100, NEAR, 1, 2, 0.50).addTo(one);
        quote(Right.PUT, 90, NEAR, 1, 2, 0.51).addTo(two);
        quote(Right.PUT, 95, NEAR, 1, 2, 0.53).addTo(two);
        quote(Right.PUT, 100, NEAR, 1, 2, 0.70).addTo(two);
        quote(Right.PUT, 100, FAR, 1, 2, 0.10).addTo(two);
        IvConsensus consensus = IvTruthMap.of(pack(one.build(), two.build()), IvTruthMap.Settings.usual())
                .consensus()
                .get(0);
        assertThat(consensus.providers()).containsExactly("one", "two");
        assertThat(consensus.compared()).isEqualTo(3);
        assertThat(consensus.warned()).isEqualTo(1);
        assertThat(consensus.bad()).isEqualTo(1);
        assertThat(consensus.absolute().median()).isCloseTo(0.03, within(1e-12));
        assertThat(consensus.absolute().largest()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void oldOpinionsDoNotCount() {
        ChainSeries.Builder one = ChainSeries.builder("XYZ", "one").snapshot(NOW, NOW, 100, Double.NaN);
        quote(Right.PUT, 90, NEAR, 1, 2, 0.50).addTo(one);
        ChainSeries.Builder two =
                ChainSeries.builder("XYZ", "two").snapshot(NOW + 120_001, NOW + 120_001, 100, Double.NaN);
        quote(Right.PUT, 90, NEAR, 1, 2, 0.51).addTo(two);
        assertThat(IvTruthMap.of(pack(one.build(), two.build()), IvTruthMap.Settings.usual())
                        .consensus()
                        .get(0)
                        .compared())
                .isZero();
    }

    @Test
    void whatIsStaleWhenItComesInIsComparedWithNothing() {
        ChainSeries.Builder one =
                ChainSeries.builder("XYZ", "one").snapshot(NOW + 120_000, NOW + 120_000, 100, Double.NaN);
        quote(Right.PUT, 90, NEAR, 1, 2, 0.50).addTo(one);
        for (long age : new long[] {120_000, 120_001}) {
            ChainSeries.Builder two =
                    ChainSeries.builder("XYZ", "two").snapshot(NOW + 120_001, NOW + 120_001 - age, 100, Double.NaN);
            quote(Right.PUT, 90, NEAR, 1, 2, 0.51).addTo(two);
            assertThat(IvTruthMap.of(pack(one.build(), two.build()), IvTruthMap.Settings.usual())
                            .consensus()
                            .get(0)
                            .compared())
                    .isEqualTo(age == 120_000 ? 1 : 0);
        }
    }

    @Test
    void policiesChoose() {
        Map<String, ConsensusPolicy.Opinion> opinions = Map.of(
                "a", new ConsensusPolicy.Opinion(0.5, 1_000),
                "b", new ConsensusPolicy.Opinion(0.6, 2_000),
                "c", new ConsensusPolicy.Opinion(0.7, 2_000));
        assertThat(ConsensusPolicy.parse("prefer a").choose(opinions)).isEqualTo(0.5);
        assertThat(ConsensusPolicy.parse("prefer z").choose(opinions)).isEqualTo(0.6);
        assertThat(ConsensusPolicy.parse("winner").choose(opinions)).isEqualTo(0.6);
        assertThat(ConsensusPolicy.parse("blended").choose(opinions)).isCloseTo(0.6, within(1e-15));
        for (String text : List.of("prefer a", "winner", "blended")) {
            assertThat(ConsensusPolicy.parse(text)).hasToString(text);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ConsensusPolicy.parse("loser"));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsensusPolicy.parse("prefer  "));
    }

    private static IvAbsence missing(double underlying, Row... rows) {
        IvReading reading = READER.read(chain(underlying, Double.NaN, OptionalLong.empty(), rows), NOW);
        assertThat(reading.find()).isEmpty();
        return ((IvReading.Missing) reading).absence();
    }

    private static OptionChain chain(double underlying, double volatility, OptionalLong expiry, Row... rows) {
        ChainSeries.Builder series =
                ChainSeries.builder("XYZ", "one").snapshot(NOW, NOW, underlying, volatility, expiry);
        for (Row row : rows) {
            row.addTo(series);
        }
        return series.build().chain(0);
    }

    private static Pack pack(ChainSeries... series) {
        ContractSpec spec =
                new ContractSpec(ContractSpec.Kind.OPTION, ContractSpec.Payoff.LINEAR, 100, 1, List.of(), "USD", "USD");
        TradingCalendar calendar = TradingCalendar.roundTheClock();
        return Pack.builder()
                .instrument(Instrument.spot("XYZ", calendar))
                .instrument(new Instrument("XYZ", spec, calendar, FeeSchedule.US_OPTIONS))
                .chains(List.of(series))
                .build();
    }

    private static Row quote(Right right, double strike, long expiry, double bid, double ask, double volatility) {
        return new Row(right, strike, expiry, bid, ask, volatility);
    }

    private record Row(Right right, double strike, long expiry, double bid, double ask, double volatility) {

        void addTo(ChainSeries.Builder series) {
            double none = Double.NaN;
            series.quote(right, strike, expiry, bid, ask, 10, 10, volatility, none, none, none, none);
        }
    }
}
