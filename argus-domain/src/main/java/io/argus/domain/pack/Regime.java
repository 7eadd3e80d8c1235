package io.argus.domain.pack;

import io.argus.domain.market.Session;
import java.util.Objects;

/**
 * The state of one instrument's market from an instant on.
 *
 * @param timestampMs when it became known
 * @param confidence from 0 to 1
 * @param metrics what the state was read from, as a JSON object in text; {@code {}} for nothing
 */
public record Regime(
        long timestampMs,
        VolatilityRegime volatility,
        TrendRegime trend,
        Session session,
        double confidence,
        String metrics) {

    public Regime {
        Objects.requireNonNull(volatility, "volatility");
        Objects.requireNonNull(trend, "trend");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(metrics, "metrics");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence lies in [0, 1]: " + confidence);
        }
    }
}
