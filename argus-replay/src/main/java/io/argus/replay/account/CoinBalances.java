package io.argus.replay.account;

/**
 * Balances in coins, valued at their price in the account's currency. What was earned in a coin and is still there gains
 * and loses with the coin: that is the revaluation.
 */
final class CoinBalances {

    private final double[] balance;
    private final double[] earned;
    private final double[] rate;
    private double revaluation;

    CoinBalances(int coins) {
        balance = new double[coins];
        earned = new double[coins];
        rate = new double[coins];
    }

    /** Price of a coin, 1 for the account's own currency (-1); 0 while none is known. */
    double rate(int coin) {
        return coin < 0 ? 1 : rate[coin];
    }

    void price(int coin, double price) {
        if (rate[coin] > 0) {
            revaluation += earned[coin] * (price - rate[coin]);
        }
        rate[coin] = price;
    }

    /** Money that moves without being won or lost, such as a premium. */
    void move(int coin, double amount) {
        balance[coin] += amount;
    }

    /** Money won or lost: the part of what moves that does not come back. */
    void earn(int coin, double amount) {
        earned[coin] += amount;
    }

    double value() {
        double sum = 0;
        for (int i = 0; i < balance.length; i++) {
            sum += balance[i] * rate[i];
        }
        return sum;
    }

    double revaluation() {
        return revaluation;
    }
}
