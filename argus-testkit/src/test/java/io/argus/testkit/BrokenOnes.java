package io.argus.testkit;

import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.Sizing;
import io.argus.allocation.sizing.SizingRule;
import io.argus.domain.forecast.Forecast;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/** A rule and an allocator for each law that break it. */
final class BrokenOnes {

    private static final SizingRule SOUND = new FractionalKelly(0.25, 0.5, OptionalDouble.empty(), 0);

    private BrokenOnes() {}

    /** Of weights from forecasts that can be used; all else as it should be. */
    abstract static class Broken extends SizingRuleLaws {

        abstract double weight(Forecast forecast);

        @Override
        protected SizingRule rule() {
            return rule(this::weight);
        }

        static SizingRule rule(ToDoubleFunction<Forecast> weight) {
            return new SizingRule() {
                @Override
                public Sizing size(Forecast forecast) {
                    Sizing sound = SOUND.size(forecast);
                    return sound.weight() == 0 ? sound : new Sizing(weight.applyAsDouble(forecast), 0, List.of());
                }

                @Override
                public double cap() {
                    return SOUND.cap();
                }
            };
        }
    }

    static final class Forgetful extends Broken {
        private static final AtomicLong CALLS = new AtomicLong();

        @Override
        double weight(Forecast forecast) {
            return CALLS.incrementAndGet() % 2 == 0 ? 0.1 : 0.2;
        }
    }

    static final class BeyondTheCap extends Broken {
        @Override
        double weight(Forecast forecast) {
            return 0.6;
        }
    }

    static final class WithoutAnEdge extends SizingRuleLaws {
        @Override
        protected SizingRule rule() {
            return new SizingRule() {
                @Override
                public Sizing size(Forecast forecast) {
                    double weight = SOUND.size(forecast).weight();
                    return new Sizing(weight == 0 && forecast.sigma() > 0 ? 0.01 : weight, 0, List.of());
                }

                @Override
                public double cap() {
                    return SOUND.cap();
                }
            };
        }
    }

    static final class OnTheOtherSide extends Broken {
        @Override
        double weight(Forecast forecast) {
            return -0.1;
        }
    }

    static final class ShyOfMu extends Broken {
        @Override
        double weight(Forecast forecast) {
            return 0.1 / (1 + forecast.mu());
        }
    }

    static final class ShyOfConfidence extends Broken {
        @Override
        double weight(Forecast forecast) {
            return 0.1 - 0.05 * Math.max(0, Math.min(1, forecast.confidence()));
        }
    }

    static final class FondOfCost extends Broken {
        @Override
        double weight(Forecast forecast) {
            return forecast.cost() > 0.01 ? 0.2 : 0.1;
        }
    }

    static final class FondOfRisk extends Broken {
        @Override
        double weight(Forecast forecast) {
            return Math.min(0.5, forecast.sigma() / 10);
        }
    }

    static final class Trusting extends SizingRuleLaws {
        @Override
        protected SizingRule rule() {
            return new SizingRule() {
                @Override
                public Sizing size(Forecast forecast) {
                    double weight = Double.isNaN(forecast.sigma())
                            ? 0.01
                            : SOUND.size(forecast).weight();
                    return new Sizing(weight, 0, List.of());
                }

                @Override
                public double cap() {
                    return SOUND.cap();
                }
            };
        }
    }

    /** Gives each forecast that comes after another a little less, so that their order matters. */
    static final class OrderMatters extends Broken {
        private static final AtomicLong CALLS = new AtomicLong();

        @Override
        double weight(Forecast forecast) {
            return 0.1 / (1 + CALLS.incrementAndGet() % 7);
        }
    }

    static final class NegativeWeights extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return problem -> {
                double[] weights = new double[problem.names().size()];
                weights[0] = -0.1;
                return PortfolioWeights.of(weights);
            };
        }
    }

    static final class HalfTheSum extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return problem -> PortfolioWeights.of(
                    Arrays.stream(Allocator.equalWeight().allocate(problem).toArray())
                            .map(weight -> weight / 2)
                            .toArray());
        }
    }

    static final class ForgetfulAllocator extends AllocatorLaws {
        private static final AtomicLong CALLS = new AtomicLong();

        @Override
        protected Allocator allocator() {
            return problem -> {
                double[] weights = new double[problem.names().size()];
                weights[0] = CALLS.incrementAndGet() % 2 == 0 ? 0.01 : 0.001;
                return PortfolioWeights.of(weights);
            };
        }
    }

    static final class AllOnTheFirst extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return problem -> {
                double[] weights = new double[problem.names().size()];
                weights[0] = problem.limits().cap();
                return PortfolioWeights.of(weights);
            };
        }
    }
}
