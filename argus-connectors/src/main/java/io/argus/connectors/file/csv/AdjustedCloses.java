package io.argus.connectors.file.csv;

import io.argus.domain.pack.CorporateAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits and dividends out of closes that a vendor adjusted for them. Adjusted closes are used for nothing else:
 * strategies and fills see raw prices.
 *
 * <p>The factor adjusted / raw is constant between events. Where it steps up by q from one bar to the next, the close
 * before counts for 1/q of what it was: because of a split when q is close to a usual ratio and the raw price fell (or
 * rose) by it, else because of a dividend of (1 - 1/q) times that close. Steps within the rounding of the two closes are
 * none. A close was mistyped where the next bar takes a step back, or where much of a price would be paid that did not fall.
 */
final class AdjustedCloses {

    private static final double[] SPLITS = {
        2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50, 1.5, 1.25, 4.0 / 3, 0.5, 1.0 / 3, 0.25, 0.2, 0.125, 0.1, 0.05,
        0.04, 0.02
    };
    private static final double SPLIT_RATIO_TOLERANCE = 0.02;
    /** How far the price may move on the day of a split beside it, and what share of the split itself. */
    private static final double SPLIT_DAY_MOVE = 0.25;

    private static final double SPLIT_DAY_SHARE = 1.0 / 3;

    /** Of a quarter of the price; larger dividends must show in the price too. */
    private static final double LARGEST_STEP_BELIEVED = 4.0 / 3;

    private final String symbol;
    private final List<Row> rows = new ArrayList<>();
    private int decimals;

    private record Row(long openMs, double close, double factor, double error) {}

    private record Step(Row before, Row now, double ratio, double rounding) {

        /** By how much the raw price fell. */
        double fall() {
            return before.close() / now.close();
        }

        /** Whether the next bar takes it back, as after a single close that was mistyped. */
        boolean isUndoneBy(Step next) {
            return next.before().equals(now) && Math.abs(ratio * next.ratio() - 1) <= rounding + next.rounding();
        }
    }

    /**
     * What the closes tell.
     *
     * @param unexplained how many steps are neither splits nor dividends
     */
    record Found(List<CorporateAction> actions, int unexplained) {

        String summary() {
            long splits = actions.stream().filter(each -> each.split() != 1).count();
            long dividends = actions.size() - splits;
            return splits
                    + (splits == 1 ? " split and " : " splits and ")
                    + dividends
                    + (dividends == 1 ? " dividend" : " dividends");
        }
    }

    AdjustedCloses(String symbol) {
        this.symbol = symbol;
    }

    /**
     * @throws IllegalArgumentException when the text is no price
     */
    void add(long openMs, double close, String adjustedText) {
        if (adjustedText.isEmpty()) {
            return;
        }
        double adjusted = BarRow.price("adjusted close", adjustedText);
        decimals = Math.max(decimals, BarRow.decimals(adjustedText));
        rows.add(new Row(openMs, close, adjusted / close, 1 / adjusted + 1 / close));
    }

    Found find() {
        List<CorporateAction> actions = new ArrayList<>();
        int unexplained = 0;
        List<Step> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean undone = (i > 0 && steps.get(i - 1).isUndoneBy(steps.get(i)))
                    || (i + 1 < steps.size() && steps.get(i).isUndoneBy(steps.get(i + 1)));
            Optional<CorporateAction> action = split(steps.get(i));
            if (action.isEmpty() && !undone) {
                action = dividend(steps.get(i));
            }
            action.ifPresent(actions::add);
            unexplained += action.isPresent() ? 0 : 1;
        }
        return new Found(actions, unexplained);
    }

    /** Those that are more than rounding. */
    private List<Step> steps() {
        double halfUnit = StrictMath.pow(10, -decimals) / 2;
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Row before = rows.get(i - 1);
            Row now = rows.get(i);
            double rounding = 1e-9 + 2 * halfUnit * (before.error() + now.error());
            Step step = new Step(before, now, now.factor() / before.factor(), rounding);
            if (Math.abs(step.ratio() - 1) > rounding) {
                steps.add(step);
            }
        }
        return steps;
    }

    private Optional<CorporateAction> split(Step found) {
        double step = found.ratio();
        double move = found.fall();
        for (double split : SPLITS) {
            boolean ratio = Math.abs(step / split - 1) <= SPLIT_RATIO_TOLERANCE;
            double tolerance = Math.min(SPLIT_DAY_MOVE, SPLIT_DAY_SHARE * Math.abs(split - 1));
            if (ratio && Math.abs(move / split - 1) <= tolerance) {
                return Optional.of(new CorporateAction(symbol, found.now().openMs(), split, 0));
            }
        }
        return Optional.empty();
    }

    private Optional<CorporateAction> dividend(Step found) {
        double step = found.ratio();
        double move = found.fall();
        return step > 1 && (step <= LARGEST_STEP_BELIEVED || Math.abs(move / step - 1) <= SPLIT_DAY_MOVE)
                ? Optional.of(new CorporateAction(
                        symbol, found.now().openMs(), 1, found.before().close() * (1 - 1 / step)))
                : Optional.empty();
    }
}
