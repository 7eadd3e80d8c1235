package io.argus.testkit;

import io.argus.domain.forecast.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Forecasts for properties. They shrink to few decimals, so that a counterexample can be read. */
public final class Forecasts {

    private static final int DECIMALS = 4;

    private Forecasts() {}

    /** Forecasts as a sound model makes them: mu from -100 to 300 % a year, sigma from 1 basis point to 200 %. */
    public static Arbitrary<Forecast> sound() {
        return forecasts(decimals(-1, 3), decimals(0.0001, 2), decimals(0, 0.5), decimals(0, 1));
    }

    /** Also those that no model should make: huge, tiny, negative, not a number. */
    public static Arbitrary<Forecast> any() {
        Arbitrary<Double> odd = Arbitraries.of(
                0.0,
                -0.0,
                1e-300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY);
        return Arbitraries.frequencyOf(
                Tuple.of(3, sound()),
                Tuple.of(
                        1,
                        forecasts(
                                Arbitraries.oneOf(decimals(-1, 3), odd),
                                Arbitraries.oneOf(decimals(0.0001, 2), odd),
                                Arbitraries.oneOf(decimals(0, 0.5), odd),
                                Arbitraries.oneOf(decimals(-1, 2), odd))));
    }

    /** Up to 20 forecasts, each of a strategy of its own. */
    public static Arbitrary<List<Forecast>> lists() {
        return any().list().ofMaxSize(20).map(Forecasts::named);
    }

    /** The same forecast with other numbers. */
    public static Forecast with(Forecast forecast, double mu, double sigma, double cost, double confidence) {
        return forecast(forecast.strategyId(), mu, sigma, cost, confidence, forecast.maxLossPerContract());
    }

    private static Arbitrary<Double> decimals(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(DECIMALS);
    }

    private static Arbitrary<Forecast> forecasts(
            Arbitrary<Double> mu, Arbitrary<Double> sigma, Arbitrary<Double> cost, Arbitrary<Double> confidence) {
        Arbitrary<Optional<Double>> loss =
                Arbitraries.of(250.0, 7.0, 0.01, 0.0, -1.0).optional();
        return Combinators.combine(mu, sigma, cost, confidence, loss)
                .as((m, s, c, belief, most) -> forecast(
                        "strategy",
                        m,
                        s,
                        c,
                        belief,
                        most.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
    }

    private static List<Forecast> named(List<Forecast> forecasts) {
        List<Forecast> named = new ArrayList<>();
        for (Forecast each : forecasts) {
            named.add(forecast(
                    "strategy" + named.size(),
                    each.mu(),
                    each.sigma(),
                    each.cost(),
                    each.confidence(),
                    each.maxLossPerContract()));
        }
        return named;
    }

    private static Forecast forecast(
            String id, double mu, double sigma, double cost, double confidence, OptionalDouble maxLoss) {
        return new Forecast(
                id,
                "",
                "X",
                Optional.empty(),
                mu,
                sigma,
                0,
                cost,
                confidence,
                maxLoss,
                mu,
                Forecast.MuSource.GIVEN,
                Forecast.SigmaSource.GIVEN);
    }
}
