package io.argus.app.study;

import io.argus.domain.numeric.RandomStream;
import java.util.Arrays;

/**
 * Makes the daily returns of one cycle's trials. In population, not in the sample, each trial earns nothing that its
 * exposure to the market does not explain, and every two correlate as the cell says in what is left.
 *
 * <p>Correlation comes from something common: of normal values a share of the variance, of values that must keep their
 * shape a copy. With probability √ρ a trial's week is the common week, so that two trials share it with probability ρ.
 */
final class PlantedReturns {

    static final int DAYS_A_YEAR = 252;

    /** Of a position or a premium, in days. */
    static final int WEEK = 5;

    private static final double DAILY_DEVIATION = 0.10 / Math.sqrt(DAYS_A_YEAR);

    /** How much of yesterday's return an autoregressive trial repeats. */
    private static final double REPEATED = 0.2;

    private static final double WEEKLY_PREMIUM = 0.001;
    private static final double LOSS_PROBABILITY = 0.05;

    /** One way: what slippage and commission of spot take as shipped. */
    private static final double SWITCHING_COST = 0.0002;

    private final StudyCell cell;
    private final double[] market;
    private final RandomStream random;
    private final double[] common;

    private PlantedReturns(StudyCell cell, double[] market, RandomStream random) {
        this.cell = cell;
        this.market = market;
        this.random = random;
        common = values();
    }

    /**
     * @param market daily returns of what the trials trade
     * @return by trial, then by day
     */
    static double[][] of(StudyCell cell, double[] market, RandomStream random) {
        PlantedReturns planted = new PlantedReturns(cell, market, random);
        double[][] returns = new double[cell.trials()][];
        Arrays.setAll(returns, trial -> planted.trial());
        double edge = cell.edge() / Math.sqrt(DAYS_A_YEAR) * DAILY_DEVIATION;
        Arrays.setAll(returns[0], day -> returns[0][day] + edge);
        return returns;
    }

    private double[] trial() {
        return switch (cell.kind()) {
            case NORMAL, AR1 -> mixed(values());
            case SHORT_PREMIUM -> copied(values());
            case TIMING -> timed(copied(values()));
        };
    }

    /** What a kind is made of: returns, or for timers the exposure of each day. */
    private double[] values() {
        double[] values = new double[market.length];
        switch (cell.kind()) {
            case NORMAL -> Arrays.setAll(values, day -> DAILY_DEVIATION * random.nextGaussian());
            case AR1 -> autoregressive(values);
            case SHORT_PREMIUM -> premiums(values);
            case TIMING -> positions(values);
        }
        return values;
    }

    /** From its stationary distribution on. */
    private void autoregressive(double[] values) {
        double own = Math.sqrt(1 - REPEATED * REPEATED);
        double before = random.nextGaussian();
        for (int day = 0; day < values.length; day++) {
            before = REPEATED * before + own * random.nextGaussian();
            values[day] = DAILY_DEVIATION * before;
        }
    }

    /** A week's premium comes day by day; one week in twenty has a day with a loss, exponential, of twenty premiums. */
    private void premiums(double[] values) {
        double meanLoss = WEEKLY_PREMIUM / LOSS_PROBABILITY;
        Arrays.fill(values, WEEKLY_PREMIUM / WEEK);
        for (int week = 0; week + WEEK <= values.length; week += WEEK) {
            if (random.nextDouble() < LOSS_PROBABILITY) {
                values[week + random.nextInt(WEEK)] += meanLoss * StrictMath.log(1 - random.nextDouble());
            }
        }
    }

    /** In or out, tossed anew every week. */
    private void positions(double[] values) {
        double position = 0;
        for (int day = 0; day < values.length; day++) {
            if (day % WEEK == 0) {
                position = random.nextDouble() < 0.5 ? 1 : 0;
            }
            values[day] = position;
        }
    }

    private double[] mixed(double[] own) {
        double shared = Math.sqrt(cell.correlation());
        double alone = Math.sqrt(1 - cell.correlation());
        double[] values = new double[own.length];
        Arrays.setAll(values, day -> shared * common[day] + alone * own[day]);
        return values;
    }

    private double[] copied(double[] own) {
        double share = Math.sqrt(cell.correlation());
        double[] values = own.clone();
        for (int week = 0; week < own.length; week += WEEK) {
            if (random.nextDouble() < share) {
                System.arraycopy(common, week, values, week, Math.min(WEEK, own.length - week));
            }
        }
        return values;
    }

    /**
     * What a timer earns. Switches cost, and as one week in two begins with a switch, so much is paid back every day that
     * the expected cost is exactly covered: a timer that also lost its costs would be an easier null.
     */
    private double[] timed(double[] exposure) {
        double paidBack = SWITCHING_COST / (2 * WEEK);
        double[] values = new double[exposure.length];
        double before = 0;
        for (int day = 0; day < values.length; day++) {
            values[day] = exposure[day] * market[day] + paidBack - (exposure[day] == before ? 0 : SWITCHING_COST);
            before = exposure[day];
        }
        return values;
    }
}
