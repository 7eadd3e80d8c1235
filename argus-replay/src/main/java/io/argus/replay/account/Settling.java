package io.argus.replay.account;

import io.argus.domain.market.ContractSpec;

/**
 * How a holding pays, per unit of multiplier and in the settlement currency. What a holding was entered with is kept as
 * the sum over its lots of quantity × {@link #basis}, so that a mark costs the same whatever the number of lots.
 */
enum Settling {
    /** Paid for when it is bought: spot and options. */
    OWNED {
        @Override
        double paid(double price) {
            return price;
        }

        @Override
        double basis(double entry) {
            return entry;
        }

        @Override
        double value(double quantity, double basis, double mark) {
            return quantity * mark;
        }

        @Override
        double gain(double entry, double exit) {
            return exit - entry;
        }
    },

    /** Worth its gain since entry: futures and perpetuals. */
    LINEAR_FUTURE {
        @Override
        double paid(double price) {
            return 0;
        }

        @Override
        double basis(double entry) {
            return entry;
        }

        @Override
        double value(double quantity, double basis, double mark) {
            return quantity * mark - basis;
        }

        @Override
        double gain(double entry, double exit) {
            return exit - entry;
        }
    },

    /** The same, of a contract over a fixed amount of money that pays in the coin. */
    INVERSE_FUTURE {
        @Override
        double paid(double price) {
            return 0;
        }

        @Override
        double basis(double entry) {
            return 1 / entry;
        }

        @Override
        double value(double quantity, double basis, double mark) {
            return basis - quantity / mark;
        }

        @Override
        double gain(double entry, double exit) {
            return 1 / entry - 1 / exit;
        }
    };

    static Settling of(ContractSpec spec) {
        return switch (spec.kind()) {
            case SPOT, OPTION -> OWNED;
            case FUTURE, PERPETUAL -> spec.payoff() == ContractSpec.Payoff.INVERSE ? INVERSE_FUTURE : LINEAR_FUTURE;
        };
    }

    /** What a unit costs at a trade. */
    abstract double paid(double price);

    /** What a unit adds to the sum that {@link #value} takes. */
    abstract double basis(double entry);

    /** What a holding is worth. */
    abstract double value(double quantity, double basis, double mark);

    /** What a long unit earns from entry to exit. */
    abstract double gain(double entry, double exit);
}
