package io.argus.app.cli;

import io.argus.app.terminal.Paragraph;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.domain.forecast.Forecast;
import java.util.List;
import java.util.Locale;

/** A plan in sentences that can be read aloud. */
final class Explanation {

    private Explanation() {}

    static String text(PublishedPlan plan, List<Allocation> wanted) {
        StringBuilder text = new StringBuilder();
        if (plan.relaxedGates()) {
            text.append("NOT FOR TRADING: the gates are laxer than the shipped defaults.\n\n");
        }
        plan.emptyReason()
                .ifPresent(reason -> text.append(Paragraph.wrapped("Nothing is held: " + reason + ".", 2))
                        .append('\n'));
        for (Allocation allocation : wanted) {
            append(text, plan, allocation);
        }
        plan.plan()
                .notes()
                .forEach(note ->
                        text.append(Paragraph.wrapped("Note: " + note + ".", 2)).append('\n'));
        return text.toString().stripTrailing();
    }

    private static void append(StringBuilder text, PublishedPlan plan, Allocation allocation) {
        Forecast forecast = allocation.forecast();
        text.append(forecast.strategyId()).append(" on ").append(forecast.instrument());
        if (!forecast.runId().isEmpty()) {
            text.append(", run ").append(forecast.runId());
        }
        text.append('\n');
        line(
                text,
                "It is expected to earn %s a year above cash with a volatility of %s.",
                percent(forecast.mu()),
                percent(forecast.sigma()));
        for (Adjustment step : allocation.trail()) {
            line(text, "%s", sentence(step));
        }
        line(
                text,
                "So the position is %s, %s of equity; of %s that is %s.",
                allocation.side(),
                percent(allocation.weight()),
                money(plan.equity()),
                money(allocation.dollarRisk()));
        line(
                text,
                allocation.unit() == Allocation.Unit.CAPITAL_AT_RISK
                        ? "The weight is capital at risk: what the position can lose."
                        : "The weight is leverage: what the position is worth.");
        text.append('\n');
    }

    /** One step, with its numbers in the unit that they have. */
    static String sentence(Adjustment step) {
        double before = step.before();
        double after = step.after();
        return switch (step.step()) {
            case "confidence" ->
                before == after
                        ? "All of that is believed: " + percent(after) + "."
                        : "Of that, " + percent(after) + " is believed (" + step.reason() + ").";
            case "kelly" ->
                "A net edge of " + percent(before) + " over the variance makes full Kelly " + times(after) + ".";
            case "kelly_fraction" -> "A fraction of it is taken: from " + times(before) + " to " + percent(after) + ".";
            case "edge_gate" ->
                "Full Kelly would be " + times(before) + ", but the edge is too small (" + step.reason()
                        + "): nothing.";
            case "per_play_cap" ->
                "One play may not be larger than " + percent(after) + ", so that " + percent(before) + " is cut to it.";
            case "aggregate_exposure_cap" ->
                "All plays together exceed their cap, so that all are scaled: from " + percent(before) + " to "
                        + percent(after) + ".";
            case "rounding" ->
                before == after
                        ? "Rounding changes nothing."
                        : "Rounded toward zero to 8 decimals: " + percent(after) + ".";
            case "vol_target_annual" ->
                "Scaled by the volatility that is aimed at over its own: from " + percent(before) + " to "
                        + percent(after) + ".";
            case "contracts" ->
                "Within " + money(before) + " fit " + String.format(Locale.ROOT, "%.0f", after)
                        + (after == 1 ? " whole contract." : " whole contracts.");
            default ->
                words(step.step()) + ": from " + percent(before) + " to " + percent(after) + ", " + step.reason() + ".";
        };
    }

    private static String words(String step) {
        String words = step.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(Paragraph.wrapped("  " + String.format(Locale.ROOT, format, arguments), 4))
                .append('\n');
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * fraction);
    }

    private static String times(double leverage) {
        return String.format(Locale.ROOT, "%.2f times equity", leverage);
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
