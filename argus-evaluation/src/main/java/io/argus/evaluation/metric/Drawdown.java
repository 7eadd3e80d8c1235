package io.argus.evaluation.metric;

/**
 * Falls of compounded returns from their highest value so far, with the start as the first peak. Fractions of the peak.
 *
 * @param maximum the deepest fall
 * @param ulcerIndex root of the mean square of all falls (Martin and McCann 1989)
 */
public record Drawdown(double maximum, double ulcerIndex) {

    public static Drawdown of(double[] returns) {
        double equity = 1;
        double peak = 1;
        double deepest = 0;
        double squares = 0;
        for (double value : returns) {
            equity *= 1 + value;
            peak = Math.max(peak, equity);
            double fall = (peak - equity) / peak;
            deepest = Math.max(deepest, fall);
            squares += fall * fall;
        }
        return new Drawdown(deepest, returns.length == 0 ? 0 : Math.sqrt(squares / returns.length));
    }
}
