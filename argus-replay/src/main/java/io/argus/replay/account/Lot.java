package io.argus.replay.account;

import io.argus.domain.strategy.Protection;

/** What one fill opened and has not been closed yet. */
public final class Lot {

    private final long id;
    private final int instrument;
    private final String tag;
    private final double entryPrice;
    private final long openedMs;
    private final double equityAtEntry;
    private final double commissionPerUnit;
    private final Protection protection;
    private double quantity;

    Lot(
            long id,
            int instrument,
            String tag,
            double quantity,
            double entryPrice,
            long openedMs,
            double equityAtEntry,
            double commissionPerUnit,
            Protection protection) {
        this.id = id;
        this.instrument = instrument;
        this.tag = tag;
        this.quantity = quantity;
        this.entryPrice = entryPrice;
        this.openedMs = openedMs;
        this.equityAtEntry = equityAtEntry;
        this.commissionPerUnit = commissionPerUnit;
        this.protection = protection;
    }

    public long id() {
        return id;
    }

    public int instrument() {
        return instrument;
    }

    public String tag() {
        return tag;
    }

    /** Signed: negative when short. */
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

    double equityAtEntry() {
        return equityAtEntry;
    }

    double commissionPerUnit() {
        return commissionPerUnit;
    }

    void reduceTo(double remaining) {
        quantity = remaining;
    }
}
