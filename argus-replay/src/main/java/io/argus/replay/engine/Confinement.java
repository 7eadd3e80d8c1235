package io.argus.replay.engine;

import io.argus.domain.pack.Regime;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The market states that a run trades in. While an instrument is in another one, what is held of it and of its options is
 * closed at the next prices, leg by leg and whatever its quotes are like, and orders on it are withdrawn; the strategy must
 * send none.
 */
public final class Confinement {

    private static final Confinement NONE = new Confinement(regime -> true);

    private final Predicate<Optional<Regime>> state;

    private Confinement(Predicate<Optional<Regime>> state) {
        this.state = state;
    }

    /** All states, known or not. */
    public static Confinement none() {
        return NONE;
    }

    /** Those that are known to be meant. */
    public static Confinement to(Predicate<Regime> state) {
        return new Confinement(regime -> regime.filter(state).isPresent());
    }

    boolean isNone() {
        return this == NONE;
    }

    /** Whether trading is allowed in what is known of the state now. */
    public boolean allows(Optional<Regime> regime) {
        return state.test(regime);
    }
}
