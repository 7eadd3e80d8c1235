package io.argus.replay.account;

import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import java.util.ArrayList;
import java.util.List;

/**
 * What options of one underlying and one expiry can lose together. Their payoff at expiry is piecewise linear in the
 * underlying's price, so its worst value stands at zero, at a strike, or, when calls are short, nowhere.
 */
final class OptionRisk {

    private record Position(int asset, OptionContract contract, double units) {}

    private final int listing;
    private final long expiryMs;
    private final List<Position> positions = new ArrayList<>(2);
    private double value;
    private double unitsLong;
    private double valueLong;
    private double worst;
    private double best;
    private boolean bounded;

    /**
     * @param listing index of the underlying
     */
    OptionRisk(int listing, long expiryMs) {
        this.listing = listing;
        this.expiryMs = expiryMs;
    }

    boolean isOf(int underlying, long expiry) {
        return listing == underlying && expiryMs == expiry;
    }

    int listing() {
        return listing;
    }

    long expiryMs() {
        return expiryMs;
    }

    /**
     * @param asset the contract's index
     * @param units of the underlying, negative when short
     * @param worth of the position now, in the account currency, negative when short
     */
    void add(int asset, OptionContract contract, double units, double worth) {
        positions.add(new Position(asset, contract, units));
        unitsLong += Math.max(0, units);
        addValue(worth);
        bounded = false;
    }

    /** Takes what each position is worth now. */
    void revalue(Holdings holdings) {
        value = 0;
        valueLong = 0;
        for (int i = 0; i < positions.size(); i++) {
            addValue(holdings.marketValue(positions.get(i).asset()));
        }
    }

    private void addValue(double worth) {
        value += worth;
        valueLong += Math.max(0, worth);
    }

    /** Whether the loss grows without end on one side: more is short than long among the puts, or among the calls. */
    boolean naked() {
        return net(Right.PUT) < 0 || net(Right.CALL) < 0;
    }

    /** What the positions can lose from their value now to the worst payoff; calls that are naked do not count. */
    double reserve() {
        return Math.max(0, value - worstPayoff());
    }

    /** The least that they can pay at expiry, negative where they can owe, in the account currency. */
    double worstPayoff() {
        bound();
        return worst;
    }

    /** The most that they can pay at expiry, in the account currency; without end where more calls are long than short. */
    double bestPayoff() {
        if (net(Right.CALL) > 0) {
            return Double.POSITIVE_INFINITY;
        }
        bound();
        return best;
    }

    double value() {
        return value;
    }

    /** Of what is held long. */
    double valueLong() {
        return valueLong;
    }

    /** Units of the underlying in all that is held long. */
    double unitsLong() {
        return unitsLong;
    }

    /** Units of the underlying in calls that nothing covers. */
    double nakedCalls() {
        return Math.max(0, -net(Right.CALL));
    }

    /** It stands for the underlying's price in the margin of naked calls. */
    double highestStrike() {
        double highest = 0;
        for (int i = 0; i < positions.size(); i++) {
            highest = Math.max(highest, positions.get(i).contract().strike());
        }
        return highest;
    }

    /** The bounds do not change with prices, and are asked for at each of them. */
    private void bound() {
        if (bounded) {
            return;
        }
        worst = payoff(0);
        best = worst;
        for (int i = 0; i < positions.size(); i++) {
            double atStrike = payoff(positions.get(i).contract().strike());
            worst = Math.min(worst, atStrike);
            best = Math.max(best, atStrike);
        }
        bounded = true;
    }

    private double payoff(double underlyingPrice) {
        double sum = 0;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            sum += position.units() * position.contract().intrinsicValue(underlyingPrice);
        }
        return sum;
    }

    private double net(Right right) {
        double sum = 0;
        for (int i = 0; i < positions.size(); i++) {
            Position position = positions.get(i);
            sum += position.contract().right() == right ? position.units() : 0;
        }
        return sum;
    }
}
