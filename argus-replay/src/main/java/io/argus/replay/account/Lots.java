package io.argus.replay.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What fills opened and nothing has closed yet, oldest first. */
final class Lots {

    /** Hears of every lot, or part of one, that is closed. */
    interface Closing {
        void closed(Lot lot, double part);
    }

    /** Share of a size below which a difference of two sizes is the rounding of their sums, and no holding. */
    private static final double ROUNDING = 1e-12;

    private final List<Lot> open = new ArrayList<>();
    private final List<Lot> view = Collections.unmodifiableList(open);
    private long opened;

    List<Lot> open() {
        return view;
    }

    long opened() {
        return opened;
    }

    long nextId() {
        return ++opened;
    }

    /** Empty when it is closed. */
    Optional<Lot> find(long id) {
        // Who asks has mostly just opened it.
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).id() == id) {
                return Optional.of(open.get(i));
            }
        }
        return Optional.empty();
    }

    void add(Lot lot) {
        open.add(lot);
    }

    /**
     * Closes lots on the other side, oldest first or only the one that is named.
     *
     * @param quantity signed; what trades against them
     * @return what is left of the quantity
     */
    double close(int asset, double quantity, OptionalLong named, Closing closing) {
        double left = quantity;
        for (int i = 0; i < open.size() && left != 0; ) {
            Lot lot = open.get(i);
            boolean meant = named.isEmpty() || named.getAsLong() == lot.id();
            boolean opposite = lot.asset() == asset && lot.quantity() * left < 0;
            if (!meant || !opposite) {
                i++;
                continue;
            }
            double dust = ROUNDING * Math.max(lot.opened(), Math.abs(quantity));
            boolean whole = Math.abs(lot.quantity()) <= Math.abs(left) + dust;
            double part = whole ? Math.abs(lot.quantity()) : Math.abs(left);
            closing.closed(lot, part);
            double sign = Math.signum(lot.quantity());
            left = whole && Math.abs(left + sign * part) <= dust ? 0 : left + sign * part;
            lot.reduceTo(whole ? 0 : lot.quantity() - sign * part);
            if (whole) {
                open.remove(i);
            }
        }
        return left;
    }

    /** Summed anew at a trade, so that closing everything leaves exactly nothing. */
    double held(int asset) {
        double sum = 0;
        for (Lot lot : open) {
            sum += lot.asset() == asset ? lot.quantity() : 0;
        }
        return sum;
    }

    double basis(int asset, Settling settling) {
        double sum = 0;
        for (Lot lot : open) {
            sum += lot.asset() == asset ? lot.quantity() * settling.basis(lot.entryPrice()) : 0;
        }
        return sum;
    }
}
