package io.argus.replay.account;

/** Money in the account's currency and in coins, and by which instrument each came and went. */
final class Purse {

    private final AssetTable assets;
    private final CoinBalances coins;
    private final double[] flow;
    private final double[] coinFlow;
    private double cash;

    Purse(AssetTable assets, double startingCash) {
        this.assets = assets;
        coins = new CoinBalances(assets.coins());
        flow = new double[assets.listings()];
        coinFlow = new double[assets.listings()];
        cash = startingCash;
    }

    double cash() {
        return cash;
    }

    /** Cash and all coins at their prices, in the account currency. */
    double value() {
        return cash + coins.value();
    }

    double rate(int coin) {
        return coins.rate(coin);
    }

    void price(int coin, double price) {
        coins.price(coin, price);
    }

    double revaluation() {
        return coins.revaluation();
    }

    /** What was received for an instrument and its options less what was paid, in the account currency. */
    double flow(int instrument) {
        int paysIn = assets.coinOfListing(instrument);
        return paysIn < 0 ? flow[instrument] : flow[instrument] + coinFlow[instrument] * coins.rate(paysIn);
    }

    /** Money that no instrument brought. */
    void receive(double amount) {
        cash += amount;
    }

    /**
     * Takes an amount out.
     *
     * @param coin which balance, -1 for cash
     * @param instrument what it is paid for
     */
    void pay(int coin, int instrument, double amount) {
        if (coin < 0) {
            cash -= amount;
            flow[instrument] -= amount;
        } else {
            coins.move(coin, -amount);
            coinFlow[instrument] -= amount;
        }
    }

    /** Says that a part of what moved was won, or lost, and will not go back. Of cash nobody asks. */
    void earn(int coin, double amount) {
        if (coin >= 0) {
            coins.earn(coin, amount);
        }
    }
}
