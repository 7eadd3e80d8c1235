package io.argus.replay.account;

/** Every source of gain and of loss, each summed by itself, in the account currency. Changed by the account alone. */
public final class Gains {

    private double realized;
    private double commissions;
    private double interest;
    private double borrowing;
    private double funding;
    private double dividends;

    Gains() {}

    /** Of closed trades, before commissions. */
    public double realized() {
        return realized;
    }

    /** Paid. */
    public double commissions() {
        return commissions;
    }

    /** Received on cash less paid on debit. */
    public double interest() {
        return interest;
    }

    /** Paid on what is short. */
    public double borrowing() {
        return borrowing;
    }

    /** Received less paid on perpetuals. */
    public double funding() {
        return funding;
    }

    /** Received less paid. */
    public double dividends() {
        return dividends;
    }

    void realize(double amount) {
        realized += amount;
    }

    void payCommission(double amount) {
        commissions += amount;
    }

    void earnInterest(double amount) {
        interest += amount;
    }

    void payBorrowing(double amount) {
        borrowing += amount;
    }

    void earnFunding(double amount) {
        funding += amount;
    }

    void earnDividend(double amount) {
        dividends += amount;
    }
}
