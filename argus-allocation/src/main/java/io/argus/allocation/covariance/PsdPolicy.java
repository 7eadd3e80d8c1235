package io.argus.allocation.covariance;

import io.argus.domain.DataException;
import java.util.Locale;

/** What to do with a matrix under which some portfolio would have a negative variance. */
public enum PsdPolicy {
    /**
     * The variances stay, the correlations become the nearest that can be: N. J. Higham, "Computing the nearest
     * correlation matrix", IMA Journal of Numerical Analysis 22 (2002).
     */
    REPAIR {
        @Override
        CovarianceMatrix mend(CovarianceMatrix matrix) {
            return NearestCorrelation.repaired(matrix);
        }
    },
    /** It is an error. */
    REFUSE {
        @Override
        CovarianceMatrix mend(CovarianceMatrix matrix) {
            throw new DataException(
                    "covariance",
                    "is not positive semi-definite: some portfolio would have a negative variance; estimate it over"
                            + " the same rows for all assets, or set psd: repair");
        }
    };

    /** The name in configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The matrix itself where it is positive semi-definite but for rounding.
     *
     * @throws DataException when it is not, and {@link #REFUSE} was asked for
     */
    public CovarianceMatrix apply(CovarianceMatrix matrix) {
        return isPsd(matrix) ? matrix : mend(matrix);
    }

    /** Whether no portfolio has a negative variance, but for rounding: about 1e-13 of its assets' own, an asset. */
    public static boolean isPsd(CovarianceMatrix matrix) {
        return Cholesky.existsNear(matrix.rawCorrelations());
    }

    abstract CovarianceMatrix mend(CovarianceMatrix matrix);
}
