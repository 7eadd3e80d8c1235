package io.argus.replay.synthetic;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.Greeks;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Settlement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Quotes the options on one synthetic underlying. A contract once listed is quoted until it expires, so that what was
 * sold can be bought back.
 */
final class ChainMaker {

    /** Strikes are listed from a quarter below the price to a quarter above, in steps of a hundredth of 100. */
    private static final double STRIKE_STEP = 1;

    private static final double STRIKE_RANGE = 0.25;
    private static final double CENT = 0.01;
    private static final long RECEIPT_DELAY_MS = 250;
    private static final int AT_THE_MONEY_DAYS = 30;

    private final SyntheticSettings settings;
    private final TradingCalendar calendar;
    private final String underlying;
    private final RandomStream random;
    private final ChainSeries.Builder chains;
    private final List<Settlement> settlements = new ArrayList<>();
    private final TreeMap<LocalDate, StrikeRange> listed = new TreeMap<>();

    ChainMaker(String underlying, SyntheticSettings settings, RandomStream random) {
        this.underlying = underlying;
        this.settings = settings;
        this.random = random;
        calendar = settings.calendar();
        chains = ChainSeries.builder(underlying, SyntheticMarket.PROVIDER);
    }

    ChainSeries build() {
        return chains.build();
    }

    List<Settlement> settlements() {
        return settlements;
    }

    /**
     * Adds the chain as it stands after a bar.
     *
     * @param done share of the session that has passed
     * @param variance of the model now
     */
    void snapshot(LocalDate session, long timeMs, double done, double price, double variance) {
        list(session, price);
        if (done == 1 && listed.remove(session) != null) {
            settlements.add(new Settlement(underlying, timeMs, timeMs, price));
        }
        double nearest = Double.NaN;
        long nearestExpiry = 0;
        long wanted = timeMs + ChronoUnit.DAYS.getDuration().toMillis() * AT_THE_MONEY_DAYS;
        for (LocalDate expiry : listed.keySet()) {
            long expiryMs = calendar.closeMs(expiry);
            if (Double.isNaN(nearest) || Math.abs(expiryMs - wanted) < Math.abs(nearestExpiry - wanted)) {
                nearest = volatility(session, done, expiry, timeMs, variance);
                nearestExpiry = expiryMs;
            }
        }
        OptionalLong atTheMoneyExpiry = listed.isEmpty() ? OptionalLong.empty() : OptionalLong.of(nearestExpiry);
        chains.snapshot(timeMs + RECEIPT_DELAY_MS, timeMs, price, nearest, atTheMoneyExpiry);
        for (Map.Entry<LocalDate, StrikeRange> entry : listed.entrySet()) {
            double volatility = volatility(session, done, entry.getKey(), timeMs, variance);
            long expiryMs = calendar.closeMs(entry.getKey());
            StrikeRange strikes = entry.getValue();
            for (int strike = strikes.lowest; strike <= strikes.highest; strike++) {
                quote(Right.PUT, strike * STRIKE_STEP, expiryMs, timeMs, price, volatility);
                quote(Right.CALL, strike * STRIKE_STEP, expiryMs, timeMs, price, volatility);
            }
        }
    }

    /** Every Friday ahead has options that expire at its close, or at the session's before it. */
    private void list(LocalDate session, double price) {
        LocalDate last = session.plusDays(settings.longestDays());
        LocalDate friday = session.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        for (; !friday.isAfter(last); friday = friday.plusWeeks(1)) {
            LocalDate expiry = calendar.sessionOnOrBefore(friday);
            if (!expiry.isBefore(session)) {
                listed.computeIfAbsent(expiry, each -> new StrikeRange());
            }
        }
        listed.values().forEach(range -> range.cover(price));
    }

    private double volatility(LocalDate session, double done, LocalDate expiry, long timeMs, double variance) {
        double sessions = calendar.sessionCount(session, expiry) - done;
        double tradingYears = sessions / calendar.periodsPerYear();
        double calendarYears = EuropeanOption.years(timeMs, calendar.closeMs(expiry));
        double expected = settings.model().expectedVariance(variance, tradingYears);
        return Math.sqrt(expected * tradingYears / calendarYears) + settings.premium();
    }

    private void quote(Right right, double strike, long expiryMs, long timeMs, double price, double volatility) {
        EuropeanOption option =
                EuropeanOption.onForward(right, price, strike, EuropeanOption.years(timeMs, expiryMs), 0);
        double value = BlackScholes.price(option, volatility);
        Greeks greeks = BlackScholes.greeks(option, volatility);
        double bid = value;
        double ask = value;
        if (settings.spread() > 0) {
            double half = Math.max(CENT, value * settings.spread()) / 2;
            bid = cents(Math.floor((value - half) / CENT));
            ask = cents(Math.ceil((value + half) / CENT));
        }
        boolean bidden = bid > 0;
        double bidSize = size();
        double askSize = size();
        chains.quote(
                right,
                strike,
                expiryMs,
                bidden ? bid : Double.NaN,
                ask,
                bidden ? bidSize : Double.NaN,
                askSize,
                volatility,
                greeks.delta(),
                greeks.gamma(),
                greeks.thetaPerDay(),
                greeks.vegaPerPoint());
    }

    private double size() {
        return 10 + random.nextInt(90);
    }

    private static double cents(double count) {
        return Math.rint(count) / 100;
    }

    /** The strikes of one expiry, in steps; it only ever grows. */
    private static final class StrikeRange {

        private int lowest = Integer.MAX_VALUE;
        private int highest = Integer.MIN_VALUE;

        void cover(double price) {
            lowest = Math.min(lowest, Math.max(1, (int) Math.ceil(price * (1 - STRIKE_RANGE) / STRIKE_STEP)));
            highest = Math.max(highest, (int) Math.floor(price * (1 + STRIKE_RANGE) / STRIKE_STEP));
        }
    }
}
