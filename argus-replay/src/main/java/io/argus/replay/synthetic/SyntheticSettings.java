package io.argus.replay.synthetic;

import io.argus.domain.market.TradingCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a synthetic market is to be.
 *
 * @param model how its price moves
 * @param premium by how much implied volatility lies above the root of the expected variance, a decimal; 0 plants
 *     nothing
 * @param days sessions
 * @param barDuration a day, or a divisor of an hour
 * @param snapshotBars an option chain after every so many bars of a session, and at its close; 0 for none
 * @param nulls further underlyings of the same model, without drift and without premium: nothing is to be found there
 * @param spread between bid and ask, as a fraction of the price; prices then lie on whole cents
 * @param longestDays expiries listed, one each week, up to so many days ahead
 * @param seed the same settings with the same seed are the same market
 */
public record SyntheticSettings(
        HestonModel model,
        double premium,
        int days,
        Duration barDuration,
        int snapshotBars,
        int nulls,
        double spread,
        int longestDays,
        TradingCalendar calendar,
        LocalDate firstDay,
        long seed) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_GROWTH = 100;

    public SyntheticSettings {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(firstDay, "firstDay");
        requireWithin("volatility", Math.sqrt(model.meanVariance()), 0, 5);
        requireWithin("premium", premium, 0, 5);
        requireWithin("days", days, 1, 20_000);
        boolean bars = barDuration.equals(DAY)
                || (barDuration.toMillis() >= 60_000 && 3_600_000 % barDuration.toMillis() == 0);
        if (!bars) {
            throw new IllegalArgumentException("bars last a day or a divisor of an hour, not " + inUnits(barDuration));
        }
        requireWithin("snapshot bars", snapshotBars, 0, 10_000);
        requireWithin("nulls", nulls, 0, 100);
        requireWithin("spread", spread, 0, 1);
        requireWithin("longest days", longestDays, 7, 400);
        requireKnown(calendar, firstDay, days, longestDays);
        requireModestGrowth(model.drift(), days / (double) calendar.periodsPerYear());
    }

    /** Two years of daily bars and chains, moving volatility around 20 %, on the New York Stock Exchange. */
    public static SyntheticSettings daily(long seed) {
        return new SyntheticSettings(
                HestonModel.moving(0.2),
                0,
                504,
                DAY,
                1,
                0,
                0.02,
                45,
                TradingCalendar.newYorkStockExchange(),
                LocalDate.of(2015, 1, 2),
                seed);
    }

    /** As users write it: in the largest unit that it is a whole number of. */
    private static String inUnits(Duration duration) {
        long millis = duration.toMillis();
        String[] names = {"d", "h", "m", "s"};
        long[] units = {86_400_000, 3_600_000, 60_000, 1_000};
        for (int i = 0; i < units.length; i++) {
            if (millis % units[i] == 0 && millis != 0) {
                return millis / units[i] + names[i];
            }
        }
        return millis + "ms";
    }

    public SyntheticSettings withModel(HestonModel replacement) {
        return with(draft -> draft.model = replacement);
    }

    public SyntheticSettings withPremium(double replacement) {
        return with(draft -> draft.premium = replacement);
    }

    public SyntheticSettings withDays(int replacement) {
        return with(draft -> draft.days = replacement);
    }

    /**
     * @param duration of a bar
     * @param everyBars an option chain after every so many bars
     */
    public SyntheticSettings withBars(Duration duration, int everyBars) {
        return with(draft -> {
            draft.barDuration = duration;
            draft.snapshotBars = everyBars;
        });
    }

    public SyntheticSettings withNulls(int replacement) {
        return with(draft -> draft.nulls = replacement);
    }

    public SyntheticSettings withSpread(double replacement) {
        return with(draft -> draft.spread = replacement);
    }

    /** On another market, from a day on. */
    public SyntheticSettings withCalendar(TradingCalendar replacement, LocalDate from) {
        return with(draft -> {
            draft.calendar = replacement;
            draft.firstDay = from;
        });
    }

    private SyntheticSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    boolean dailyBars() {
        return barDuration.equals(DAY);
    }

    /** What a reader of the results must know. */
    String label() {
        return (model.volOfVol() > 0 ? "heston" : "constant volatility") + ", volatility "
                + Math.sqrt(model.meanVariance()) + ", drift " + model.drift() + ", premium " + premium + ", seed "
                + seed;
    }

    private static void requireWithin(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " must be from " + shown(least) + " to " + shown(most) + ": " + shown(value));
        }
    }

    /** The last options expire after the last session. */
    private static void requireKnown(TradingCalendar calendar, LocalDate firstDay, int days, int longestDays) {
        try {
            LocalDate end = calendar.plusSessions(calendar.sessionOnOrAfter(firstDay), days);
            calendar.sessionOnOrBefore(end.plusDays(longestDays));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    days + " days from " + firstDay + " on, and the options listed by then, need days of which "
                            + calendar.name() + " is not known; take fewer or another first day",
                    e);
        }
    }

    /** Strikes are a whole apart wherever the price goes, and no memory holds the options on one that goes anywhere. */
    private static void requireModestGrowth(double drift, double years) {
        if (StrictMath.exp(drift * years) > MOST_GROWTH) {
            throw new IllegalArgumentException("a drift of " + drift + " makes more than " + MOST_GROWTH
                    + " times the expected price in these days; take less of either");
        }
    }

    private static String shown(double value) {
        return value == (int) value ? Integer.toString((int) value) : Double.toString(value);
    }

    /** The settings while one of them is replaced. */
    private static final class Draft {

        private HestonModel model;
        private double premium;
        private int days;
        private Duration barDuration;
        private int snapshotBars;
        private int nulls;
        private double spread;
        private final int longestDays;
        private TradingCalendar calendar;
        private LocalDate firstDay;
        private final long seed;

        Draft(SyntheticSettings from) {
            model = from.model;
            premium = from.premium;
            days = from.days;
            barDuration = from.barDuration;
            snapshotBars = from.snapshotBars;
            nulls = from.nulls;
            spread = from.spread;
            longestDays = from.longestDays;
            calendar = from.calendar;
            firstDay = from.firstDay;
            seed = from.seed;
        }

        SyntheticSettings settings() {
            return new SyntheticSettings(
                    model,
                    premium,
                    days,
                    barDuration,
                    snapshotBars,
                    nulls,
                    spread,
                    longestDays,
                    calendar,
                    firstDay,
                    seed);
        }
    }
}
