package io.argus.replay.account;

import io.argus.domain.strategy.Protection;

/** What one fill opened and has not been closed yet. */
public final class Lot {

    private final long id;
    private final long position;
    private final int asset;
    private final String tag;
    private double entryPrice;
    private final long openedMs;
    private final double equityAtEntry;
    private double commissionPerUnit;
    private Protection protection;
    private double quantity;
    private double opened;

    Lot(
            long id,
            long position,
            int asset,
            String tag,
            double quantity,
            double entryPrice,
            long openedMs,
            double equityAtEntry,
            double commissionPerUnit,
            Protection protection) {
        this.id = id;
        this.position = position;
        this.asset = asset;
        this.tag = tag;
        this.quantity = quantity;
        opened = Math.abs(quantity);
        this.entryPrice = entryPrice;
        this.openedMs = openedMs;
        this.equityAtEntry = equityAtEntry;
        this.commissionPerUnit = commissionPerUnit;
        this.protection = protection;
    }

    public long id() {
        return id;
    }

    /** The first lot that its order opened: legs of one order share it. */
    public long position() {
        return position;
    }

    public int asset() {
        return asset;
    }

    public String tag() {
        return tag;
    }

    /** Signed: negative when short, 0 once it is closed. */
    public double quantity() {
        return quantity;
    }

    public double entryPrice() {
        return entryPrice;
    }

    public long openedMs() {
        return openedMs;
    }

    public Protection protection() {
        return protection;
    }

    /** Positive: what it was before any of it was closed. */
    double opened() {
        return opened;
    }

    double equityAtEntry() {
        return equityAtEntry;
    }

    double commissionPerUnit() {
        return commissionPerUnit;
    }

    /** The same holding in new units. */
    void split(double ratio) {
        quantity *= ratio;
        opened *= ratio;
        entryPrice /= ratio;
        commissionPerUnit /= ratio;
        protection = protection.split(ratio);
    }

    void reduceTo(double remaining) {
        quantity = remaining;
    }
}
