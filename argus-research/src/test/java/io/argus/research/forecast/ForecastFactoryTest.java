package io.argus.research.forecast;

import io.argus.domain.DataException;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.Forecast.MuSource;
import io.argus.domain.forecast.Forecast.SigmaSource;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.returns.DailyReturns;
import io.argus.research.ranking.Metric;
import io.argus.research.registry.Candidate;
import io.argus.research.testing.RankedRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ForecastFactoryTest {

    private static final ForecastSettings DEFAULTS = ForecastSettings.defaults();

    @Test
    void whatIsNotWorkedOutIsTakenOver() {
        Forecast forecast = forecast(row().score(0.75));

        assertThat(forecast.strategyId()).isEqualTo("trend");
        assertThat(forecast.runId()).isEqualTo("r1");
        assertThat(forecast.edgeScore()).isEqualTo(0.75);
        assertThat(forecast.cost()).as("every source of mu is net of costs").isZero();
    }

    @Nested
    class Mu {

        /** (0.001 - 0.04·0.01)·250 = 0.15 of a raw 0.25. */
        @Test
        void isTheDailyMeanLessWhatLuckWouldShow() {
            Forecast forecast =
                    forecast(row().daily(0.001, 0.01).observations(500, 250).sharpeThreshold(0.04));

            assertThat(forecast.mu()).isCloseTo(0.15, within(1e-15));
            assertThat(forecast.muRaw()).isEqualTo(0.25);
            assertThat(forecast.muSource()).isEqualTo(MuSource.DAILY_MEAN_DEFLATED);
        }

        @Test
        void isNotPushedBelowZeroByDeflation() {
            Forecast forecast =
                    forecast(row().daily(0.001, 0.01).observations(500, 250).sharpeThreshold(0.2));

            assertThat(forecast.mu()).isZero();
            assertThat(forecast.muRaw()).isEqualTo(0.25);
        }

        @Test
        void isTheDailyMeanAsItIsWhereNotDeflated() {
            ForecastSettings settings =
                    new ForecastSettings(0.25, MuDeflation.NONE, OptionalInt.empty(), MaxLossPerContract.unknown());
            Forecast forecast = forecast(
                    settings, row().daily(-0.001, 0.01).observations(500, 250).sharpeThreshold(0.04));

            assertThat(forecast.mu()).isEqualTo(-0.25);
            assertThat(forecast.muSource()).isEqualTo(MuSource.DAILY_MEAN);
        }

        @Test
        void doesNotSayDeflatedWhereNothingTellsHowMuchLuckThereWas() {
            Forecast forecast =
                    forecast(row().daily(0.001, 0.01).observations(500, 250).dsr(0.97));

            assertThat(forecast.mu()).isEqualTo(0.25);
            assertThat(forecast.muSource()).isEqualTo(MuSource.DAILY_MEAN);
        }

        /** 44 % over 500 days of 250 a year is 20 % a year. */
        @Test
        void isTheTotalReturnOverItsYears() {
            Forecast forecast = forecast(row().metric(Metric.TOTAL_RETURN_PCT, 44)
                    .observations(500, 250)
                    .sharpeThreshold(9));

            assertThat(forecast.mu()).as("never deflated").isCloseTo(0.2, within(1e-12));
            assertThat(forecast.muRaw()).isEqualTo(forecast.mu());
            assertThat(forecast.muSource()).isEqualTo(MuSource.TOTAL_RETURN_ANNUALIZED);
        }

        @Test
        void isTheTotalReturnAsOneYearsWhereTheYearsAreUnknown() {
            Forecast forecast =
                    forecast(row().metric(Metric.TOTAL_RETURN_PCT, 44).metric(Metric.EXPECTANCY, 3));

            assertThat(forecast.mu()).isEqualTo(0.44);
            assertThat(forecast.muSource()).isEqualTo(MuSource.TOTAL_RETURN_PROXY);
        }

        @Test
        void ofATotalLossIsATotalLoss() {
            Forecast forecast =
                    forecast(row().metric(Metric.TOTAL_RETURN_PCT, -100).observations(500, 250));

            assertThat(forecast.mu()).isEqualTo(-1);
        }

        /** 25 a trade over a cash of 10 000 is 0.0025; 40 trades in two years are 20 a year: 5 %. */
        @Test
        void isTheResultOfTheTradesWhereNothingElseTells() {
            Forecast forecast = forecast(row().metric(Metric.EXPECTANCY, 25)
                    .metric(Metric.TOTAL_TRADES, 40)
                    .metric(Metric.STARTING_CASH, 10_000)
                    .observations(500, 250));

            assertThat(forecast.mu()).isCloseTo(0.05, within(1e-15));
            assertThat(forecast.muSource()).isEqualTo(MuSource.EXPECTANCY);
        }

        @Test
        void isZeroWhereNothingTellsIt() {
            Forecast forecast = forecast(row().metric(Metric.EXPECTANCY, 25).metric(Metric.TOTAL_TRADES, 40));

            assertThat(forecast.mu()).isZero();
            assertThat(forecast.muSource()).isEqualTo(MuSource.NONE);
        }
    }

    @Nested
    class Sigma {

        /** 0.01·√256. */
        @Test
        void isTheDailyDeviationOverAYear() {
            Forecast forecast =
                    forecast(row().daily(0.001, 0.01).observations(500, 256).metric(Metric.MAX_DRAWDOWN_PCT, 30));

            assertThat(forecast.sigma()).isEqualTo(0.16);
            assertThat(forecast.sigmaSource()).isEqualTo(SigmaSource.DAILY_STANDARD_DEVIATION);
        }

        @Test
        void isHalfTheDrawdownWhereReturnsAreUnknown() {
            Forecast forecast = forecast(row().metric(Metric.MAX_DRAWDOWN_PCT, 30));

            assertThat(forecast.sigma()).isEqualTo(0.15);
            assertThat(forecast.sigmaSource()).isEqualTo(SigmaSource.DRAWDOWN_PROXY);
        }

        @Test
        void isTheSameWhereADrawdownIsWrittenAsALoss() {
            assertThat(forecast(row().metric(Metric.MAX_DRAWDOWN_PCT, -30)).sigma())
                    .isEqualTo(0.15);
        }

        @Test
        void isAtLeastOnePercentWhereItIsAProxy() {
            assertThat(forecast(row().metric(Metric.MAX_DRAWDOWN_PCT, 1.5)).sigma())
                    .isEqualTo(0.01);
            assertThat(forecast(row()).sigma()).isEqualTo(0.01);
            assertThat(forecast(row().daily(0, 1e-4).observations(500, 256)).sigma())
                    .as("a measured one has no floor")
                    .isCloseTo(0.0016, within(1e-15));
        }

        /** The last four are ±0.03: their sample variance is 4·0.0009/3. */
        @Test
        void isOfTheLastDaysWhenAsked() {
            ForecastSettings settings =
                    new ForecastSettings(0.25, MuDeflation.NONE, OptionalInt.of(4), MaxLossPerContract.unknown());
            Candidate candidate =
                    new Candidate(row().daily(0.001, 0.01).observations(6, 256).build());
            DailyReturns returns = returns(0.5, -0.5, 0.03, -0.03, 0.03, -0.03);

            Forecast forecast = new ForecastFactory(settings)
                    .forecasts(List.of(candidate), asked -> Optional.of(returns))
                    .get(0);

            assertThat(forecast.sigma()).isCloseTo(16 * Math.sqrt(0.0012), within(1e-14));
            assertThat(forecast.sigmaSource()).isEqualTo(SigmaSource.ROLLING_STANDARD_DEVIATION);
            assertThatThrownBy(() ->
                            new ForecastFactory(settings).forecasts(List.of(candidate), asked -> Optional.empty()))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("daily returns of trend r1 are missing");
        }
    }

    @Nested
    class Confidence {

        @Test
        void ofAnOwnRunIsItsSensitivityOverJointStates() {
            RankedRows own = row().fingerprint("f").fewJointRegimes().regimeSensitivity(0.9);

            assertThat(forecast(own).confidence()).as("fewer than two states").isEqualTo(0.5);
            assertThat(forecast(own.jointRegimeSensitivity(0.7)).confidence()).isEqualTo(0.7);
            assertThat(forecast(own.jointRegimeSensitivity(0.1)).confidence())
                    .as("floor")
                    .isEqualTo(0.25);
        }

        @Test
        void ofAnotherProgramsRunIsTheSensitivityItStates() {
            assertThat(forecast(row().regimeSensitivity(0.9)).confidence()).isEqualTo(0.9);
            assertThat(forecast(row().regimeSensitivity(0.1)).confidence()).isEqualTo(0.25);
            assertThat(forecast(row().regimeSensitivity(7)).confidence()).isEqualTo(1);
        }

        @Test
        void ofAnotherProgramsRunIsSoWithAFingerprintToo() {
            assertThat(forecast(row().fingerprint("abc").regimeSensitivity(0.3)).confidence())
                    .isEqualTo(0.3);
        }

        @Test
        void hasTheFloorThatIsConfigured() {
            ForecastSettings settings =
                    new ForecastSettings(0, MuDeflation.NONE, OptionalInt.empty(), MaxLossPerContract.unknown());

            assertThat(forecast(settings, row().regimeSensitivity(0.1)).confidence())
                    .isEqualTo(0.1);
        }
    }

    @Nested
    class TradedInstrument {

        @Test
        void isTheSymbolThenTheUnderlyingThenTheFirstOfTheRun() {
            RankedRows run = row().instrument("FIRST").instrument("SECOND");
            assertThat(forecast(run.parameters(Map.of("symbol", "S", "underlying", "U")))
                            .instrument())
                    .isEqualTo("S");
            assertThat(forecast(run.parameters(Map.of("symbol", " ", "underlying", "U")))
                            .instrument())
                    .isEqualTo("U");
            assertThat(forecast(run.parameters(Map.of())).instrument()).isEqualTo("FIRST");
            assertThat(forecast(row()).instrument()).isEqualTo("UNKNOWN");
        }

        @Test
        void hasItsKindWhereTheRunTellsIt() {
            RankedRows run = row().instrument("S", ContractSpec.Kind.SPOT).instrument("O", ContractSpec.Kind.OPTION);
            assertThat(forecast(run).kind()).contains(ContractSpec.Kind.SPOT);
            assertThat(forecast(run.parameters(Map.of("symbol", "O"))).kind()).contains(ContractSpec.Kind.OPTION);
            assertThat(forecast(run.parameters(Map.of("symbol", "elsewhere"))).kind())
                    .isEmpty();
        }
    }

    @Nested
    class MaxLoss {

        private static final Map<String, Object> OWN = Map.of("max_loss_per_contract", 200);

        private final ForecastSettings configured = new ForecastSettings(
                0.25,
                MuDeflation.NONE,
                OptionalInt.empty(),
                new MaxLossPerContract(Map.of("trend", 300.0), OptionalDouble.of(400)));

        @Test
        void isTheRowsThenTheParametersThenTheMapsThenTheDefault() {
            assertThat(maxLoss(row().maxLoss(100).parameters(OWN))).hasValue(100);
            assertThat(maxLoss(row().parameters(OWN))).hasValue(200);
            assertThat(maxLoss(row())).hasValue(300);
            assertThat(maxLoss(RankedRows.of("other", "r1"))).hasValue(400);
            assertThat(forecast(row()).maxLossPerContract()).isEmpty();
        }

        @Test
        void ofZeroOrLessIsUnknown() {
            assertThat(maxLoss(row().maxLoss(0).parameters(OWN))).hasValue(200);
            assertThat(maxLoss(row().maxLoss(-5))).hasValue(300);
            assertThat(forecast(row().maxLoss(0)).maxLossPerContract()).isEmpty();
        }

        private OptionalDouble maxLoss(RankedRows row) {
            return forecast(configured, row).maxLossPerContract();
        }
    }

    private static RankedRows row() {
        return RankedRows.of("trend", "r1");
    }

    private static Forecast forecast(RankedRows row) {
        return forecast(DEFAULTS, row);
    }

    private static Forecast forecast(ForecastSettings settings, RankedRows row) {
        return new ForecastFactory(settings)
                .forecasts(List.of(new Candidate(row.build())), asked -> Optional.empty())
                .get(0);
    }

    private static DailyReturns returns(double... values) {
        LocalDate first = LocalDate.of(2024, 1, 2);
        return DailyReturns.of(
                IntStream.range(0, values.length).mapToObj(first::plusDays).toList(), values);
    }
}
