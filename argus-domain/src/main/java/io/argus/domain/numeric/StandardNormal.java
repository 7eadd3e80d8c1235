package io.argus.domain.numeric;

/**
 * The standard normal distribution. Correct to about 1e-15 of the value wherever that is a normal double, also far out
 * in the tails.
 *
 * <p>The cumulative probability is W. J. Cody's rational approximation of the error function (Mathematics of
 * Computation 23, 1969), the quantile M. J. Wichura's algorithm AS 241, PPND16 (Applied Statistics 37, 1988).
 */
public final class StandardNormal {

    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;
    private static final double SQRT_HALF_PI = 1.2533141373155003;
    private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;

    /** Up to here Cody approximates the error function, beyond it the complement. */
    private static final double NEAR = 0.46875;

    private static final double FAR = 4;

    // Cody's coefficients, the highest power first.
    private static final double[] NEAR_ABOVE = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };
    private static final double[] NEAR_BELOW = {
        1.0, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] MIDDLE_ABOVE = {
        2.1531153547440383e-8,
        0.5641884969886701,
        8.883149794388377,
        66.11919063714163,
        298.6351381974001,
        881.952221241769,
        1712.0476126340707,
        2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] MIDDLE_BELOW = {
        1.0,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] FAR_ABOVE = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] FAR_BELOW = {
        1.0, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };

    // Wichura's, the highest power first: for the middle of the distribution, its flanks and its tails.
    private static final double[] CENTRE_ABOVE = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };
    private static final double[] CENTRE_BELOW = {
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1.0
    };
    private static final double[] FLANK_ABOVE = {
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };
    private static final double[] FLANK_BELOW = {
        1.0507500716444169e-9,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1.0
    };
    private static final double[] TAIL_ABOVE = {
        2.0103343992922881e-7,
        2.7115555687434876e-5,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };
    private static final double[] TAIL_BELOW = {
        2.0442631033899397e-15,
        1.421511758316446e-7,
        1.8463183175100548e-5,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1.0
    };

    private StandardNormal() {}

    /** The density at x. */
    public static double density(double x) {
        return ONE_OVER_SQRT_TWO_PI * exponential(x);
    }

    /** The probability of a value at or below x; 0 below -38.6, where it leaves the range of a double. */
    public static double cumulative(double x) {
        double z = Math.abs(x) * SQRT_HALF;
        if (z <= NEAR) {
            return 0.5 + 0.5 * x * SQRT_HALF * ratio(NEAR_ABOVE, NEAR_BELOW, z * z);
        }
        double beyond = 0.5 * scaledComplement(z) * exponential(x);
        return x < 0 ? beyond : 1 - beyond;
    }

    /**
     * The value below which the standard normal distribution has this probability.
     *
     * @throws IllegalArgumentException unless the probability lies between 0 and 1, both excluded
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("a probability between 0 and 1, both excluded: " + probability);
        }
        double fromMedian = probability - 0.5;
        if (Math.abs(fromMedian) <= 0.425) {
            return fromMedian * ratio(CENTRE_ABOVE, CENTRE_BELOW, 0.180625 - fromMedian * fromMedian);
        }
        double depth = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
        double distance =
                depth <= 5 ? ratio(FLANK_ABOVE, FLANK_BELOW, depth - 1.6) : ratio(TAIL_ABOVE, TAIL_BELOW, depth - 5);
        return fromMedian < 0 ? -distance : distance;
    }

    /**
     * The probability of a value above x divided by the density at x, for x from 0 up: Mills' ratio. It falls from
     * 1.2533 like 1/x and never leaves the range of a double, so that products of it keep their accuracy where the
     * probability itself is lost.
     *
     * @throws IllegalArgumentException when x lies below 0
     */
    public static double tailRatio(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("the tail ratio is taken from 0 up: " + x);
        }
        double z = x * SQRT_HALF;
        if (z <= NEAR) {
            double above = 1 - z * ratio(NEAR_ABOVE, NEAR_BELOW, z * z);
            return SQRT_HALF_PI * above * StrictMath.exp(z * z);
        }
        return SQRT_HALF_PI * scaledComplement(z);
    }

    /** exp(z²) erfc(z) for z above {@link #NEAR}. */
    private static double scaledComplement(double z) {
        if (z <= FAR) {
            return ratio(MIDDLE_ABOVE, MIDDLE_BELOW, z);
        }
        double square = 1 / (z * z);
        return (ONE_OVER_SQRT_PI - square * ratio(FAR_ABOVE, FAR_BELOW, square)) / z;
    }

    /**
     * exp(-x²/2). Rounding x² would cost some 700 units in the last place at the far end, so the exponent is split: x
     * cut to sixteenths has an exact square, and what remains is small.
     */
    private static double exponential(double x) {
        double size = Math.abs(x);
        if (size > 39) {
            return 0;
        }
        double cut = Math.floor(size * 16) / 16;
        double rest = (size - cut) * (size + cut);
        return StrictMath.exp(-0.5 * cut * cut) * StrictMath.exp(-0.5 * rest);
    }

    private static double ratio(double[] above, double[] below, double x) {
        return polynomial(above, x) / polynomial(below, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
