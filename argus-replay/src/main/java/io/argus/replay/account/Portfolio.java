package io.argus.replay.account;

import java.util.Arrays;
import java.util.List;

/** Quantities and prices of what is held and of what trades would change, in the order of the assets. */
final class Portfolio {

    private final int[] assets;
    private final double[] quantity;
    private final double[] price;

    private Portfolio(int[] assets, double[] quantity, double[] price) {
        this.assets = assets;
        this.quantity = quantity;
        this.price = price;
    }

    /** What is held before the trades: what they trade at their prices, the rest at its marks. */
    static Portfolio before(List<SizedLeg> trades, Account account) {
        int[] assets = union(account.held(), trades);
        double[] quantity = new double[assets.length];
        double[] price = new double[assets.length];
        for (int i = 0; i < assets.length; i++) {
            quantity[i] = account.holding(assets[i]);
            price[i] = account.mark(assets[i]);
        }
        Portfolio before = new Portfolio(assets, quantity, price);
        for (SizedLeg trade : trades) {
            price[before.indexOf(trade.asset())] = trade.price();
        }
        return before;
    }

    /** A copy to which trades can be added. */
    Portfolio copy() {
        return new Portfolio(assets, quantity.clone(), price);
    }

    /** Adds a trade of one of those that this was made for. */
    void add(SizedLeg trade) {
        quantity[indexOf(trade.asset())] += trade.quantity();
    }

    /** Whether there is no more of an asset than before, and not on the other side. */
    boolean onlyReduces(Portfolio before, int asset) {
        double was = before.quantity[indexOf(asset)];
        double is = quantity[indexOf(asset)];
        return Math.abs(is) <= Math.abs(was) && was * is >= 0;
    }

    int size() {
        return assets.length;
    }

    int asset(int index) {
        return assets[index];
    }

    double quantity(int index) {
        return quantity[index];
    }

    double price(int index) {
        return price[index];
    }

    double priceOf(int asset) {
        return price[indexOf(asset)];
    }

    private int indexOf(int asset) {
        return Arrays.binarySearch(assets, asset);
    }

    private static int[] union(int[] held, List<SizedLeg> trades) {
        int[] all = Arrays.copyOf(held, held.length + trades.size());
        int count = held.length;
        for (SizedLeg trade : trades) {
            if (!contains(all, count, trade.asset())) {
                all[count++] = trade.asset();
            }
        }
        int[] union = Arrays.copyOf(all, count);
        Arrays.sort(union);
        return union;
    }

    private static boolean contains(int[] assets, int count, int asset) {
        for (int i = 0; i < count; i++) {
            if (assets[i] == asset) {
                return true;
            }
        }
        return false;
    }
}
