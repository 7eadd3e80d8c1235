package io.argus.allocation.sizing;

import io.argus.domain.forecast.Forecast;

/**
 * Turns a forecast into a weight, the fraction of equity to hold. A rule is a pure function: equal forecasts get equal
 * weights, whatever came before.
 *
 * <p>Laws (methods.md, section 9): the weight is a finite number, at most {@link #cap()} in size, exactly 0 without a
 * net edge or where the forecast is not usable, never smaller for a higher mu or confidence, never larger for a higher
 * cost, and does not depend on equity.
 */
public interface SizingRule {

    /** Never throws for a bad forecast: answers with weight 0 and the reason in its trail. */
    Sizing size(Forecast forecast);

    /** The largest weight that the rule gives. */
    double cap();
}
