package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.numeric.Linkage;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Published numbers, closed forms, and what is refused. */
class AllocatorsTest {

    private static final double[] TEN_TO_FORTY = {0.1, 0.2, 0.3, 0.4};

    /** S. Maillard, T. Roncalli and J. Teïletche, "The properties of equally weighted risk contributions portfolios" (2010), section 3. */
    @Test
    void riskParityWithConstantCorrelationIsInverseVolatility() {
        for (double correlation : new double[] {-0.3, 0, 0.5, 0.95}) {
            assertThat(weights(Allocator.riskParity(), constant(TEN_TO_FORTY, correlation)))
                    .containsExactly(new double[] {0.48, 0.24, 0.16, 0.12}, within(1e-12));
        }
        assertThat(weights(Allocator.inverseVolatility(), constant(TEN_TO_FORTY, 0.5)))
                .containsExactly(new double[] {0.48, 0.24, 0.16, 0.12}, within(1e-15));
    }

    /** Their second example; digits by the fixed point of the definition in twelve figures. */
    @Test
    void riskParityWithCorrelatedPairs() {
        double[][] correlation = {{1, 0.8, 0, 0}, {0.8, 1, 0, 0}, {0, 0, 1, -0.5}, {0, 0, -0.5, 1}};
        CovarianceMatrix covariance = covariance(TEN_TO_FORTY, correlation);
        assertThat(weights(Allocator.riskParity(), covariance))
                .containsExactly(new double[] {0.3836125063, 0.1918062531, 0.2426178518, 0.1819633888}, within(1e-10));
        PortfolioWeights found = Allocator.riskParity().allocate(problem(covariance));
        for (double share : found.riskContributions(covariance).orElseThrow()) {
            assertThat(share).isCloseTo(0.25, within(1e-12));
        }
    }

    @Test
    void riskBudgetsOnADiagonalAreTheirRootsOverVolatility() {
        CovarianceMatrix covariance = constant(new double[] {0.01, 0.02, 0.04}, 0);
        RiskBudgets budgets = RiskBudgets.of(Map.of("a0", 0.8, "a1", 0.1, "a2", 0.1));
        assertThat(weights(Allocator.riskParity(budgets), covariance))
                .containsExactly(new double[] {0.79041071, 0.13972619, 0.06986310}, within(5e-9));
    }

    @Test
    void aZeroBudgetIsExactlyZeroWeightAndAnotherSumIsNoted() {
        CovarianceMatrix covariance = constant(TEN_TO_FORTY, 0.3);
        PortfolioWeights found = Allocator.riskParity(RiskBudgets.of(Map.of("a0", 3.0, "a1", 0.0, "a2", 1.0)))
                .allocate(problem(covariance));
        assertThat(found.weight(1)).isZero();
        assertThat(found.weight(3)).isZero();
        double[] shares = found.riskContributions(covariance).orElseThrow();
        assertThat(shares[0]).isCloseTo(0.75, within(1e-12));
        assertThat(shares[2]).isCloseTo(0.25, within(1e-12));
        assertThat(found.notes())
                .containsExactly("a3 has no budget and is not held", "budgets sum to 4.0 and were divided by it");
    }

    @Test
    void aZeroBudgetIsExactlyZeroWeightWhereTheCapBindsToo() {
        CovarianceMatrix covariance = constant(TEN_TO_FORTY, 0.3);
        Allocator allocator = Allocator.riskParity(RiskBudgets.of(Map.of("a0", 3.0, "a2", 1.0)));
        assertThat(weights(allocator, covariance, new WeightLimits(0.6, 1, false)))
                .containsExactly(new double[] {0.6, 0, 0.4, 0}, within(1e-15));
        assertThat(weights(allocator, covariance, new WeightLimits(0.3, 1, false)))
                .containsExactly(0.3, 0, 0.3, 0);
        assertThatThrownBy(() -> weights(allocator, covariance, new WeightLimits(0.3, 1, true)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("0.3 for each of 2 assets leaves room for 0.6");
    }

    @Test
    void budgetsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> RiskBudgets.of(Map.of("a", -0.1, "b", 1.0)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("budgets: of a must not be negative: -0.1");
        assertThatThrownBy(() -> RiskBudgets.of(Map.of("a", 0.0))).isInstanceOf(ConfigException.class);
    }

    @Test
    void aBudgetOfNoAssetIsNoted() {
        assertThat(Allocator.riskParity(RiskBudgets.of(Map.of("a0", 0.5, "a1", 0.5, "gone", 0.5)))
                        .allocate(PortfolioProblem.of(
                                names(2), constant(new double[] {0.1, 0.2}, 0), WeightLimits.wholeCapital()))
                        .notes())
                .containsExactly("the budget of gone, which is not among the assets, is unused");
    }

    /** Growth-optimal weights C⁻¹mu, where no bound is met. */
    @Test
    void kellyWithCovariance() {
        double[][] correlation = {{1, 0.3, 0.1}, {0.3, 1, -0.2}, {0.1, -0.2, 1}};
        CovarianceMatrix covariance = covariance(new double[] {0.15, 0.25, 0.10}, correlation);
        double[] mu = {0.08, 0.12, 0.05};
        // A tenth of it lies within the caps, and is a tenth of the published numbers.
        double[] found = Allocator.covarianceKelly(0.1)
                .allocate(new PortfolioProblem(names(3), covariance, mu, new WeightLimits(1, 10, false)))
                .toArray();
        assertThat(found).containsExactly(new double[] {0.21886792453, 0.19789308176, 0.56611635220}, within(1e-11));
    }

    @Test
    void kellyOfOneAssetIsTheFractionOfMuOverVariance() {
        CovarianceMatrix covariance = CovarianceMatrix.of(new double[][] {{0.04}});
        double[] found = Allocator.covarianceKelly(0.25)
                .allocate(new PortfolioProblem(
                        List.of("a"), covariance, new double[] {0.05}, WeightLimits.wholeCapital()))
                .toArray();
        assertThat(found[0]).isCloseTo(0.25 * 0.05 / 0.04, within(1e-15));
    }

    @Test
    void withoutAGainKellyHoldsNothing() {
        double[] found = Allocator.covarianceKelly(1)
                .allocate(new PortfolioProblem(
                        names(4), constant(TEN_TO_FORTY, 0.2), new double[] {0, -0.1, 0, -1}, limits(1)))
                .toArray();
        assertThat(found).containsOnly(0.0);
    }

    /** For two assets the answer is (v2 - c)/(v1 + v2 - 2c). */
    @Test
    void minimumVarianceOfTwoAssets() {
        CovarianceMatrix covariance = constant(new double[] {0.1, 0.2}, 0.25);
        double c = 0.25 * 0.1 * 0.2;
        assertThat(weights(Allocator.minimumVariance(), covariance)[0])
                .isCloseTo((0.04 - c) / (0.01 + 0.04 - 2 * c), within(1e-14));
    }

    @Test
    void minimumVarianceOfIndependentAssetsIsInverseVariance() {
        double[] expected = {1 / 0.01, 1 / 0.04, 1 / 0.09, 1 / 0.16};
        assertThat(weights(Allocator.minimumVariance(), constant(TEN_TO_FORTY, 0)))
                .containsExactly(WithinLimits.normalized(expected), within(1e-14));
    }

    @Test
    void theSameAssetTwiceLeavesMinimumVarianceWithNumbers() {
        double[][] values = {{0.04, 0.04, 0.01}, {0.04, 0.04, 0.01}, {0.01, 0.01, 0.09}};
        double[] found = weights(Allocator.minimumVariance(), CovarianceMatrix.of(values));
        assertThat(found[0] + found[1]).isCloseTo(0.08 / 0.11, within(1e-10));
        assertThat(Arrays.stream(found).sum()).isCloseTo(1, within(1e-12));
    }

    /** Kuhn and Tucker: free weights have one gradient, those at 0 no smaller one, those at the cap no larger one. */
    @Test
    void minimumVarianceAndKellyMeetTheirOptimalityConditions() {
        for (int seed = 0; seed < 60; seed++) {
            RandomStream random = new RandomStreams(7).stream(seed);
            int n = 2 + random.nextInt(40);
            CovarianceMatrix covariance = random(n, n / 2 + 2 + random.nextInt(60), random);
            double cap = seed % 3 == 0 ? 1 : Math.min(1, 1.5 / n + random.nextDouble() * 0.3);
            PortfolioWeights least = Allocator.minimumVariance()
                    .allocate(PortfolioProblem.of(names(n), covariance, new WeightLimits(cap, 1, false)));
            requireOptimal(covariance, new double[n], least.toArray(), cap, true);

            double[] mu = new double[n];
            Arrays.setAll(mu, i -> random.nextGaussian() * 1e-4);
            double[] kelly = Allocator.covarianceKelly(0.5)
                    .allocate(new PortfolioProblem(names(n), covariance, mu, new WeightLimits(cap, 1, false)))
                    .toArray();
            double[] gain = new double[n];
            Arrays.setAll(gain, i -> 0.5 * mu[i]);
            assertThat(Arrays.stream(kelly).sum()).isLessThanOrEqualTo(1 + 1e-12);
            requireOptimal(covariance, gain, kelly, cap, Arrays.stream(kelly).sum() > 1 - 1e-9);
        }
    }

    /** Two assets alike in all: either could be held, and the cap makes the choice visible. */
    @Test
    void amongEquallyGoodAnswersTheOrderOfAssetsDoesNotChoose() {
        CovarianceMatrix covariance = CovarianceMatrix.of(new double[][] {{4, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        CovarianceMatrix reversed = CovarianceMatrix.of(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 4}});
        for (Allocator allocator : List.of(Allocator.minimumVariance(), Allocator.covarianceKelly(0.5))) {
            double[] there = allocator
                    .allocate(new PortfolioProblem(
                            List.of("a", "b", "c"), covariance, new double[] {0.1, 0.4, 0.4}, limits(0.7)))
                    .toArray();
            double[] back = allocator
                    .allocate(new PortfolioProblem(
                            List.of("c", "b", "a"), reversed, new double[] {0.4, 0.4, 0.1}, limits(0.7)))
                    .toArray();
            assertThat(there[1]).isNotEqualTo(there[2]);
            assertThat(back).containsExactly(there[2], there[1], there[0]);
        }
    }

    private static void requireOptimal(
            CovarianceMatrix covariance, double[] gain, double[] weights, double cap, boolean sumHeld) {
        double[] gradient = covariance.times(weights);
        double scale = 0;
        double mostHeld = Double.NEGATIVE_INFINITY;
        double leastWanted = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            scale = Math.max(scale, covariance.variance(i));
            gradient[i] -= gain[i];
            assertThat(weights[i]).isBetween(0.0, cap);
            if (weights[i] > 0) {
                mostHeld = Math.max(mostHeld, gradient[i]);
            }
            if (weights[i] < cap) {
                leastWanted = Math.min(leastWanted, gradient[i]);
            }
        }
        double tolerance = 1e-10 * scale;
        assertThat(mostHeld - leastWanted).isLessThanOrEqualTo(tolerance);
        if (sumHeld) {
            assertThat(Arrays.stream(gain).allMatch(each -> each == 0)
                            || leastWanted <= tolerance
                            || mostHeld <= tolerance)
                    .isTrue();
        } else {
            assertThat(mostHeld).isLessThanOrEqualTo(tolerance);
            assertThat(leastWanted).isGreaterThanOrEqualTo(-tolerance);
        }
    }

    @Test
    void allKeepTheCapAndTheSum() {
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStreams(11).stream(seed);
            int n = 3 + random.nextInt(20);
            CovarianceMatrix covariance = random(n, 3 * n, random);
            WeightLimits limits = new WeightLimits(Math.min(1, 1.2 / n), 0.9, false);
            for (Allocator allocator : List.of(
                    Allocator.equalWeight(),
                    Allocator.inverseVolatility(),
                    Allocator.minimumVariance(),
                    Allocator.riskParity(),
                    Allocator.hierarchicalRiskParity())) {
                double[] found = allocator
                        .allocate(PortfolioProblem.of(names(n), covariance, limits))
                        .toArray();
                assertThat(Arrays.stream(found).sum()).isCloseTo(0.9, within(1e-12));
                assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThanOrEqualTo(0);
                assertThat(Arrays.stream(found).max().orElseThrow()).isLessThanOrEqualTo(limits.cap());
            }
        }
    }

    @Test
    void capsThatLeaveNoRoomAreUsedUpOrRefusedByName() {
        CovarianceMatrix covariance = constant(TEN_TO_FORTY, 0);
        assertThat(Allocator.minimumVariance()
                        .allocate(PortfolioProblem.of(names(4), covariance, new WeightLimits(0.2, 1, false)))
                        .toArray())
                .containsOnly(0.2);
        assertThatThrownBy(() -> Allocator.riskParity()
                        .allocate(PortfolioProblem.of(names(4), covariance, new WeightLimits(0.2, 1, true))))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("per_play_cap: 0.2 for each of 4 assets leaves room for 0.8");
    }

    @Test
    void capsThatLeaveJustEnoughRoomAreEnoughWhateverTheirBinaryFractions() {
        assertThat(new WeightLimits(0.7, 2.1, true).total(3)).isCloseTo(2.1, within(1e-15 * 3));
        for (int assets = 1; assets <= 200; assets++) {
            assertThat(new WeightLimits(1.0 / assets, 1, true).total(assets)).isCloseTo(1, within(1e-15));
        }
        assertThatThrownBy(() -> new WeightLimits(0.6999999, 2.1, true).total(3))
                .isInstanceOf(ConfigException.class);
    }

    @Test
    void anAssetThatNeverChangesIsNamedWhereItsVolatilityIsDividedBy() {
        CovarianceMatrix covariance = CovarianceMatrix.of(new double[][] {{0.04, 0}, {0, 0}});
        for (Allocator allocator :
                List.of(Allocator.inverseVolatility(), Allocator.riskParity(), Allocator.hierarchicalRiskParity())) {
            assertThatThrownBy(() -> allocator.allocate(problem(covariance)))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("a1: never changes");
        }
        assertThat(weights(Allocator.minimumVariance(), covariance)).containsExactly(0, 1);
        assertThat(Allocator.minimumVariance().allocate(problem(covariance)).riskContributions(covariance))
                .isEmpty();
    }

    @Test
    void aPortfolioWithoutRiskLeavesNoRiskParity() {
        CovarianceMatrix covariance = CovarianceMatrix.of(new double[][] {{0.04, -0.04}, {-0.04, 0.04}});
        assertThatThrownBy(() -> Allocator.riskParity().allocate(problem(covariance)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("singular");
    }

    @Test
    void hierarchicalRiskParityOfUncorrelatedPairsByHand() {
        // Pairs (0, 2) and (1, 3): the tree's leaves are 0, 2, 1, 3; within a pair and between pairs inverse variance.
        double[][] correlation = {{1, 0, 0.9, 0}, {0, 1, 0, 0.8}, {0.9, 0, 1, 0}, {0, 0.8, 0, 1}};
        double[] volatility = {0.1, 0.2, 0.2, 0.1};
        double[] found = weights(Allocator.hierarchicalRiskParity(), covariance(volatility, correlation));
        double first = 0.8 * 0.8 * 0.01 + 0.2 * 0.2 * 0.04 + 2 * 0.8 * 0.2 * 0.9 * 0.02;
        double second = 0.8 * 0.8 * 0.01 + 0.2 * 0.2 * 0.04 + 2 * 0.8 * 0.2 * 0.8 * 0.02;
        double part = 1 - first / (first + second);
        assertThat(found)
                .containsExactly(
                        new double[] {0.8 * part, 0.2 * (1 - part), 0.2 * part, 0.8 * (1 - part)}, within(1e-14));
    }

    @Test
    void hierarchicalRiskParityDoesNotDependOnScale() {
        for (int seed = 0; seed < 20; seed++) {
            RandomStream random = new RandomStreams(3).stream(seed);
            int n = 2 + random.nextInt(12);
            CovarianceMatrix covariance = random(n, 40, random);
            double[] found = weights(Allocator.hierarchicalRiskParity(), covariance);
            double[][] scaled = covariance.toArray();
            for (double[] row : scaled) {
                Arrays.setAll(row, j -> row[j] * 1024);
            }
            assertThat(weights(Allocator.hierarchicalRiskParity(), CovarianceMatrix.of(scaled)))
                    .containsExactly(found);
        }
    }

    /**
     * Of two single assets that are joined first, the one that stands first comes first, so that another order may cut
     * such a pair elsewhere. Where the leaves stay in their order, so do the weights.
     */
    @Test
    void hierarchicalRiskParityDoesNotDependOnTheOrderOfAssetsWhereTheLeavesDoNot() {
        RandomStream random = new RandomStreams(5).stream(0);
        int compared = 0;
        for (int round = 0; round < 100; round++) {
            int n = 3 + random.nextInt(6);
            CovarianceMatrix covariance = random(n, 30, random);
            int[] shuffle = shuffle(n, random);
            CovarianceMatrix shuffled = covariance.select(shuffle);
            int[] leaves = HierarchicalRiskParity.leaves(shuffled, Linkage.SINGLE);
            Arrays.setAll(leaves, i -> shuffle[leaves[i]]);
            if (Arrays.equals(leaves, HierarchicalRiskParity.leaves(covariance, Linkage.SINGLE))) {
                double[] found = weights(Allocator.hierarchicalRiskParity(), covariance);
                double[] other = weights(Allocator.hierarchicalRiskParity(), shuffled);
                for (int i = 0; i < n; i++) {
                    assertThat(other[i]).isCloseTo(found[shuffle[i]], within(1e-12));
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void projectionIsTheNearestPoint() {
        assertThat(Projection.onto(new double[] {0.7, 0.2, 0.1}, 0.5, 1))
                .containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-15));
        assertThat(Projection.onto(new double[] {1, 0, 0}, 0.4, 1))
                .containsExactly(new double[] {0.4, 0.3, 0.3}, within(1e-15));
        assertThat(Projection.onto(new double[] {0.3, 0.3}, 0.25, 0.5)).containsExactly(0.25, 0.25);
        assertThat(Projection.onto(new double[] {5, -3}, 1, 1)).containsExactly(1, 0);
    }

    private static PortfolioProblem problem(CovarianceMatrix covariance) {
        return PortfolioProblem.of(names(covariance.size()), covariance, WeightLimits.wholeCapital());
    }

    private static WeightLimits limits(double cap) {
        return new WeightLimits(cap, 1, false);
    }

    private static double[] weights(Allocator allocator, CovarianceMatrix covariance) {
        return allocator.allocate(problem(covariance)).toArray();
    }

    private static double[] weights(Allocator allocator, CovarianceMatrix covariance, WeightLimits limits) {
        return allocator
                .allocate(PortfolioProblem.of(names(covariance.size()), covariance, limits))
                .toArray();
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "a" + i).toList();
    }

    private static CovarianceMatrix constant(double[] volatility, double correlation) {
        double[][] all = new double[volatility.length][volatility.length];
        for (int i = 0; i < all.length; i++) {
            Arrays.fill(all[i], correlation);
            all[i][i] = 1;
        }
        return covariance(volatility, all);
    }

    private static CovarianceMatrix covariance(double[] volatility, double[][] correlation) {
        double[][] values = new double[volatility.length][volatility.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                values[i][j] = correlation[i][j] * volatility[i] * volatility[j];
            }
        }
        return CovarianceMatrix.of(values);
    }

    private static int[] shuffle(int n, RandomStream random) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Of random factors; singular where there are fewer of them than assets. */
    private static CovarianceMatrix random(int n, int factors, RandomStream random) {
        double[][] loadings = new double[n][factors];
        for (double[] row : loadings) {
            double volatility = 0.002 + 0.03 * random.nextDouble();
            Arrays.setAll(row, k -> volatility * (random.nextGaussian() + (k == 0 ? 1.5 : 0)) / Math.sqrt(factors));
        }
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < factors; k++) {
                    sum += loadings[i][k] * loadings[j][k];
                }
                values[i][j] = sum;
                values[j][i] = sum;
            }
        }
        return CovarianceMatrix.of(values);
    }
}
