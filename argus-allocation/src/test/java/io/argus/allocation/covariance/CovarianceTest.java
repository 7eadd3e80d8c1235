package io.argus.allocation.covariance;

import io.argus.domain.DataException;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.returns.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Estimators and repair against published numbers and another library. */
class CovarianceTest {

    /** docs/methods.md, section 10; also what scikit-learn 1.x gives for the transposed table. */
    @Test
    void ledoitWolfOnThreeRows() {
        CovarianceEstimate found =
                CovarianceEstimator.LEDOIT_WOLF.estimate(table(new double[][] {{1, 2, 3}, {2, 4, 5}}));
        assertThat(found.shrinkage()).isCloseTo(0.3436426117, within(1e-10));
        assertThat(found.matrix().variance(0)).isCloseTo(0.8193967163, within(1e-10));
        assertThat(found.matrix().variance(1)).isCloseTo(1.4028255059, within(1e-10));
        assertThat(found.matrix().at(0, 1)).isCloseTo(0.6563573883, within(1e-10));
    }

    /** The formulas as they are printed, with sums over all elements. */
    @Test
    void shrinkageIsWhatTheFormulasSay() {
        for (int seed = 0; seed < 10; seed++) {
            double[][] columns = random(2 + seed, 5 + 7 * seed, seed);
            int p = columns.length;
            int t = columns[0].length;
            double[][] sample = new Covariance(transposed(columns), false)
                    .getCovarianceMatrix()
                    .getData();
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < p; i++) {
                mean += sample[i][i] / p;
                for (int j = 0; j < p; j++) {
                    squares += sample[i][j] * sample[i][j];
                }
            }
            double dispersion = (squares - p * mean * mean) / p;
            double error = errorOfTheSample(columns, sample) / p;
            CovarianceEstimate wolf = CovarianceEstimator.LEDOIT_WOLF.estimate(table(columns));
            assertThat(wolf.shrinkage()).isCloseTo(Math.min(error, dispersion) / dispersion, within(1e-10));

            double alpha = squares / (p * p);
            double oas = Math.min(1, (alpha + mean * mean) / ((t + 1) * (alpha - mean * mean / p)));
            assertThat(CovarianceEstimator.OAS.estimate(table(columns)).shrinkage())
                    .isCloseTo(oas, within(1e-10));
            assertThat(wolf.matrix().at(0, 1)).isCloseTo((1 - wolf.shrinkage()) * sample[0][1], within(1e-12));
        }
    }

    /** Mean over rows of the squared distance between the row's products and the sample's, over T. */
    private static double errorOfTheSample(double[][] columns, double[][] sample) {
        int t = columns[0].length;
        double[] means = Arrays.stream(columns)
                .mapToDouble(column -> Arrays.stream(column).average().orElseThrow())
                .toArray();
        double error = 0;
        for (int row = 0; row < t; row++) {
            for (int i = 0; i < columns.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    double product = (columns[i][row] - means[i]) * (columns[j][row] - means[j]);
                    error += (product - sample[i][j]) * (product - sample[i][j]);
                }
            }
        }
        return error / t / t;
    }

    @Test
    void sampleCovarianceIsThatOfAnotherLibrary() {
        double[][] columns = random(7, 43, 1);
        double[][] expected =
                new Covariance(transposed(columns)).getCovarianceMatrix().getData();
        double[][] found =
                CovarianceEstimator.SAMPLE.estimate(table(columns)).matrix().toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(1e-16));
        }
    }

    @Test
    void everyEstimateIsPositiveSemiDefiniteAlsoWithMoreAssetsThanRows() {
        for (int seed = 0; seed < 10; seed++) {
            ReturnTable table = table(random(12, 3 + seed, seed));
            for (CovarianceEstimator estimator : CovarianceEstimator.values()) {
                assertThat(PsdPolicy.isPsd(estimator.estimate(table).matrix())).isTrue();
            }
        }
    }

    /** Ten times 0.1 sums to less than 1, so that the mean lies beside every value. */
    @Test
    void whatVariesByRoundingAloneHasNoVariance() {
        double[] same = new double[10];
        Arrays.fill(same, 0.1);
        double[] moving = {0.01, -0.02, 0.03, 0.01, -0.01, 0.02, 0, 0.01, -0.03, 0.02};
        CovarianceMatrix found = CovarianceEstimator.SAMPLE
                .estimate(table(new double[][] {same, moving}))
                .matrix();
        assertThat(found.variance(0)).isZero();
        assertThat(found.at(0, 1)).isZero();
    }

    @Test
    void oneAssetIsNotShrunkAndOneRowIsRefused() {
        for (CovarianceEstimator estimator : CovarianceEstimator.values()) {
            assertThat(estimator.estimate(table(new double[][] {{1, 2, 4}})).shrinkage())
                    .isZero();
            assertThatThrownBy(() -> estimator.estimate(table(new double[][] {{1}, {2}})))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** N. J. Higham (2002), page 334: the nearest to the matrix with ones beside the diagonal. */
    @Test
    void nearestCorrelationOfHighamsExample() {
        double[][] found = NearestCorrelation.nearest(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertThat(found[0]).containsExactly(new double[] {1, 0.7607, 0.1573}, within(5e-5));
        assertThat(found[1]).containsExactly(new double[] {0.7607, 1, 0.7607}, within(5e-5));
    }

    @Test
    void aMatrixThatIsNoneIsRepairedOrRefused() {
        CovarianceMatrix none = CovarianceMatrix.of(new double[][] {
            {0.04, 0.06, 0}, {0.06, 0.09, 0.12}, {0, 0.12, 0.16},
        });
        assertThat(PsdPolicy.isPsd(none)).isFalse();
        assertThatThrownBy(() -> PsdPolicy.REFUSE.apply(none))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("psd: repair");
        CovarianceMatrix repaired = PsdPolicy.REPAIR.apply(none);
        assertThat(PsdPolicy.isPsd(repaired)).isTrue();
        assertThat(repaired.variance(1)).isEqualTo(0.09);
        assertThat(repaired.correlation(0, 1)).isCloseTo(0.7607, within(5e-5));
    }

    @Test
    void aCovarianceWithWhatDoesNotVaryIsRepairedAway() {
        CovarianceMatrix none = CovarianceMatrix.of(new double[][] {{0.04, 0.01}, {0.01, 0}});
        assertThat(PsdPolicy.isPsd(none)).isFalse();
        assertThat(PsdPolicy.REPAIR.apply(none).at(0, 1)).isZero();
    }

    @Test
    void soundMatricesAreLeftAsTheyAre() {
        CovarianceMatrix sound =
                CovarianceEstimator.SAMPLE.estimate(table(random(9, 30, 4))).matrix();
        for (PsdPolicy policy : PsdPolicy.values()) {
            assertThat(policy.apply(sound)).isSameAs(sound);
        }
    }

    @Test
    void eigenvaluesAreThoseOfAnotherLibrary() {
        double[][] symmetric = CovarianceEstimator.SAMPLE
                .estimate(table(random(15, 9, 5)))
                .matrix()
                .toArray();
        double[] expected = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(symmetric)).getEigenvalues();
        SymmetricEigen found = SymmetricEigen.of(symmetric);
        double[] values =
                IntStream.range(0, 15).mapToDouble(found::value).sorted().toArray();
        Arrays.sort(expected);
        assertThat(values).containsExactly(expected, within(1e-15));
    }

    @Test
    void whatIsNoMatrixOfCovariancesIsRefused() {
        for (double[][] bad : List.of(
                new double[][] {},
                new double[][] {{1, 0}},
                new double[][] {{1, 0.1}, {0.2, 1}},
                new double[][] {{-1}},
                new double[][] {{Double.NaN}},
                new double[][] {{Double.POSITIVE_INFINITY}},
                new double[][] {{1, Double.NaN}, {Double.NaN, 1}})) {
            assertThatThrownBy(() -> CovarianceMatrix.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ReturnTable table(double[][] columns) {
        return ReturnTable.of(
                IntStream.range(0, columns[0].length)
                        .mapToObj(Integer::toString)
                        .toList(),
                IntStream.range(0, columns.length).mapToObj(i -> "a" + i).toList(),
                columns);
    }

    private static double[][] random(int assets, int rows, int seed) {
        RandomStream random = new RandomStreams(seed).stream(0);
        double[][] columns = new double[assets][rows];
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            for (int i = 0; i < assets; i++) {
                columns[i][row] = 0.01 * ((1 + 0.1 * i) * random.nextGaussian() + 0.7 * common);
            }
        }
        return columns;
    }

    private static double[][] transposed(double[][] columns) {
        return MatrixUtils.createRealMatrix(columns).transpose().getData();
    }
}
