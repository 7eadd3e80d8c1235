package io.argus.replay.account;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is held: the open lots, their sum by asset in columns, the price that each is marked at, and what it is worth there.
 * A holding's worth costs the same whatever the number of its lots.
 */
final class Holdings {

    private static final int LEAST_ROOM = 16;

    private final AssetTable assets;
    private final Purse purse;
    private final Lots lots = new Lots();
    private int known;
    private Settling[] settling = {};
    private int[] coin = {};
    private int[] listing = {};
    private double[] multiplier = {};
    private double[] quantity = {};
    private double[] basis = {};
    private double[] mark = {};
    /** Of what is held at its mark, in the currency that it settles in. */
    private double[] worth = {};

    private int[] held = {};

    Holdings(AssetTable assets, Purse purse) {
        this.assets = assets;
        this.purse = purse;
        makeRoom();
    }

    /** Must be called when the table has grown, before anything is asked about what is new. */
    void makeRoom() {
        if (assets.size() > settling.length) {
            grow(Math.max(LEAST_ROOM, Math.max(assets.size(), 2 * settling.length)));
        }
        for (; known < assets.size(); known++) {
            Asset next = assets.get(known);
            settling[known] = Settling.of(next.spec());
            coin[known] = next.coin();
            listing[known] = next.listing();
            multiplier[known] = next.spec().multiplier();
        }
    }

    private void grow(int capacity) {
        settling = Arrays.copyOf(settling, capacity);
        coin = Arrays.copyOf(coin, capacity);
        listing = Arrays.copyOf(listing, capacity);
        multiplier = Arrays.copyOf(multiplier, capacity);
        quantity = Arrays.copyOf(quantity, capacity);
        basis = Arrays.copyOf(basis, capacity);
        mark = Arrays.copyOf(mark, capacity);
        worth = Arrays.copyOf(worth, capacity);
    }

    Lots lots() {
        return lots;
    }

    List<Lot> open() {
        return lots.open();
    }

    /** Indices of what is held, ascending: another array after every trade. Read only. */
    int[] held() {
        return held;
    }

    double quantity(int asset) {
        return quantity[asset];
    }

    double multiplier(int asset) {
        return multiplier[asset];
    }

    Settling settling(int asset) {
        return settling[asset];
    }

    /** The coin that an asset settles in; -1 for the account's currency. */
    int coin(int asset) {
        return coin[asset];
    }

    int listing(int asset) {
        return listing[asset];
    }

    double mark(int asset) {
        return mark[asset];
    }

    void mark(int asset, double price) {
        mark[asset] = price;
        if (quantity[asset] != 0) {
            worth[asset] = worthAt(asset, price);
        }
    }

    /** Price of the coin that an asset settles in; 1 for the account's currency, 0 while none is known. */
    double rate(int asset) {
        return purse.rate(coin[asset]);
    }

    /** In the account currency. */
    double marketValue(int asset) {
        return worth[asset] * rate(asset);
    }

    /** What is held at a price, in the account currency. */
    double valueAt(int asset, double price) {
        return worthAt(asset, price) * rate(asset);
    }

    double gain(int asset, double units, double from, double to) {
        return units * multiplier[asset] * settling[asset].gain(from, to) * rate(asset);
    }

    private double worthAt(int asset, double price) {
        return multiplier[asset] * settling[asset].value(quantity[asset], basis[asset], price);
    }

    double notional(int asset, double units, double price) {
        double size = Math.abs(units) * multiplier[asset];
        return settling[asset] == Settling.INVERSE_FUTURE ? size : size * price * rate(asset);
    }

    /** A sum of money and everything held at its mark, added in the order of the assets. */
    double valueOnTopOf(double money) {
        double sum = money;
        for (int asset : held) {
            sum += marketValue(asset);
        }
        return sum;
    }

    /** The same of one instrument and its options alone. */
    double valueOnTopOf(double money, int instrument) {
        double sum = money;
        for (int asset : held) {
            if (listing[asset] == instrument) {
                sum += marketValue(asset);
            }
        }
        return sum;
    }

    double unrealized() {
        double sum = 0;
        for (Lot lot : lots.open()) {
            int asset = lot.asset();
            double gain = settling[asset].gain(lot.entryPrice(), mark[asset]);
            sum += lot.quantity() * multiplier[asset] * gain * rate(asset);
        }
        return sum;
    }

    /** New units for old. */
    void split(int asset, double newUnitsForOld) {
        for (Lot lot : lots.open()) {
            if (lot.asset() == asset) {
                lot.split(newUnitsForOld);
            }
        }
        mark[asset] /= newUnitsForOld;
        recount(asset);
    }

    /** Adds to the open lots. As the latest of them it is the last summand, so that the sums are those over all. */
    void add(Lot lot) {
        int asset = lot.asset();
        lots.add(lot);
        quantity[asset] += lot.quantity();
        basis[asset] += lot.quantity() * settling[asset].basis(lot.entryPrice());
        revalue(asset);
    }

    /** See {@link Lots#close}. */
    double close(int asset, double units, OptionalLong named, Lots.Closing closing) {
        double left = lots.close(asset, units, named, closing);
        recount(asset);
        return left;
    }

    private void recount(int asset) {
        quantity[asset] = lots.held(asset);
        basis[asset] = lots.basis(asset, settling[asset]);
        revalue(asset);
    }

    private void revalue(int asset) {
        worth[asset] = quantity[asset] == 0 ? 0 : worthAt(asset, mark[asset]);
        held = heldNow(asset);
    }

    /** What is held after a trade of an asset: another array, by which others tell that there was one. */
    private int[] heldNow(int asset) {
        int found = Arrays.binarySearch(held, asset);
        boolean holds = quantity[asset] != 0;
        if (holds == found >= 0) {
            return held.clone();
        }
        int at = holds ? -found - 1 : found;
        int[] now = Arrays.copyOf(held, held.length + (holds ? 1 : -1));
        if (holds) {
            System.arraycopy(held, at, now, at + 1, held.length - at);
            now[at] = asset;
        } else {
            System.arraycopy(held, at + 1, now, at, now.length - at);
        }
        return now;
    }
}
