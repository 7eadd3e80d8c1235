package io.argus.app.report;

import io.argus.domain.returns.DailyReturns;

/**
 * How one unit of money grew, and below it how far it stood under its highest. Two lines of a fixed size need no library of
 * charts: the smallest that draws SVG would weigh more than the rest of the report's program.
 */
final class EquityChart {

    private static final int WIDTH = 640;
    private static final int EQUITY_HEIGHT = 120;
    private static final int DRAWDOWN_HEIGHT = 60;
    private static final int GAP = 8;
    private static final int HEIGHT = EQUITY_HEIGHT + GAP + DRAWDOWN_HEIGHT;

    /** Points that can be told apart. */
    private static final int MOST_POINTS = 320;

    private EquityChart() {}

    /** The chart as SVG, which takes its colours from the page. */
    static String svg(DailyReturns returns) {
        int days = returns.size();
        double[] equity = new double[days + 1];
        double[] drawdown = new double[days + 1];
        equity[0] = 1;
        double peak = 1;
        double lowest = 1;
        double highest = 1;
        double deepest = 0;
        for (int i = 0; i < days; i++) {
            equity[i + 1] = equity[i] * (1 + returns.at(i));
            peak = Math.max(peak, equity[i + 1]);
            drawdown[i + 1] = equity[i + 1] / peak - 1;
            lowest = Math.min(lowest, equity[i + 1]);
            highest = Math.max(highest, equity[i + 1]);
            deepest = Math.min(deepest, drawdown[i + 1]);
        }
        String span = returns.dates().get(0) + " to " + returns.dates().get(days - 1);
        String told = span + ": grew to " + Html.number(equity[days], 2) + " of 1, deepest drawdown "
                + Html.number(-100 * deepest, 1) + " %";
        return "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"" + told + "\">"
                + "<polyline class=\"equity\" points=\"" + points(equity, lowest, highest, 0, EQUITY_HEIGHT) + "\"/>"
                + "<polyline class=\"drawdown\" points=\""
                + points(drawdown, deepest, 0, EQUITY_HEIGHT + GAP, DRAWDOWN_HEIGHT) + "\"/></svg>\n<figcaption>" + told
                + "</figcaption>";
    }

    private static String points(double[] values, double low, double high, int top, int height) {
        int last = values.length - 1;
        int steps = Math.min(MOST_POINTS, last);
        double range = high > low ? high - low : 1;
        StringBuilder points = new StringBuilder();
        for (int step = 0; step <= steps; step++) {
            int i = (int) ((long) last * step / steps);
            points.append(step == 0 ? "" : " ")
                    .append(Html.number(WIDTH * (double) i / last, 1))
                    .append(',')
                    .append(Html.number(top + height * (high - values[i]) / range, 1));
        }
        return points.toString();
    }
}
