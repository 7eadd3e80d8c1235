package io.argus.allocation.sizing;

import io.argus.domain.allocation.Adjustment;
import io.argus.domain.forecast.Forecast;
import java.util.List;

/**
 * A rule put together from steps, in their order. Before the first, a forecast whose numbers cannot be used gets size 0
 * with the reason; after the last, whatever they made is held to the cap.
 *
 * @param cap in (0, 1]
 */
public record StepwiseSizing(double cap, List<SizingStep> steps) implements SizingRule {

    private static final Sizing UNUSABLE = new Sizing(
            0,
            0,
            List.of(new Adjustment(
                    "unusable_forecast", 0, 0, "mu, sigma, cost and confidence must be numbers, sigma above zero")));

    public StepwiseSizing {
        Steps.requireFraction("per_play_cap", cap);
        steps = List.copyOf(steps);
    }

    /** A rule of these steps. */
    public static StepwiseSizing of(double cap, SizingStep... steps) {
        return new StepwiseSizing(cap, List.of(steps));
    }

    @Override
    public Sizing size(Forecast forecast) {
        if (!usable(forecast)) {
            return unusable();
        }
        SizingDraft draft = new SizingDraft(forecast);
        for (int i = 0; i < steps.size() && !draft.closed(); i++) {
            steps.get(i).apply(draft);
        }
        if (Math.abs(draft.weight()) > cap) {
            draft.resize("per_play_cap", Math.copySign(cap, draft.weight()), "cut to per_play_cap");
        }
        return draft.sized();
    }

    /** Size 0, for a forecast that is not {@link #usable}. */
    public static Sizing unusable() {
        return UNUSABLE;
    }

    /** Whether a forecast's numbers can be sized at all. */
    public static boolean usable(Forecast forecast) {
        return Double.isFinite(forecast.mu())
                && Double.isFinite(forecast.cost())
                && !Double.isNaN(forecast.confidence())
                && Double.isFinite(forecast.sigma())
                && forecast.sigma() > 0;
    }
}
