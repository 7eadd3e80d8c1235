package io.argus.research.experiment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What money earns without risk: a rate a year, as a decimal, that holds from its date until the next one. Before the
 * first date the first rate holds.
 */
public final class CashRate {

    private static final CashRate ZERO = constant(0);

    private final NavigableMap<LocalDate, Double> rates;

    private CashRate(NavigableMap<LocalDate, Double> rates) {
        this.rates = Collections.unmodifiableNavigableMap(rates);
    }

    public static CashRate zero() {
        return ZERO;
    }

    /**
     * @param annual 0.03 for 3 % a year
     */
    public static CashRate constant(double annual) {
        return of(Map.of(LocalDate.EPOCH, annual));
    }

    /**
     * @throws IllegalArgumentException when there is no rate, or one is not within (-1, 1)
     */
    public static CashRate of(Map<LocalDate, Double> annualFrom) {
        if (annualFrom.isEmpty()) {
            throw new IllegalArgumentException("a cash rate needs at least one value");
        }
        annualFrom.forEach((date, rate) -> {
            if (!(rate > -1 && rate < 1)) {
                throw new IllegalArgumentException("a cash rate is a decimal a year within (-1, 1): " + rate);
            }
        });
        return new CashRate(new TreeMap<>(annualFrom));
    }

    /** The rate a year on a date. O(log n). */
    public double annualOn(LocalDate date) {
        Map.Entry<LocalDate, Double> entry = rates.floorEntry(date);
        return entry == null ? rates.firstEntry().getValue() : entry.getValue();
    }

    /** Whether nothing is ever earned. */
    public boolean isZero() {
        return rates.values().stream().allMatch(rate -> rate == 0);
    }

    public NavigableMap<LocalDate, Double> rates() {
        return rates;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CashRate that && rates.equals(that.rates);
    }

    @Override
    public int hashCode() {
        return rates.hashCode();
    }

    @Override
    public String toString() {
        return rates.size() == 1 ? rates.firstEntry().getValue().toString() : rates.toString();
    }
}
