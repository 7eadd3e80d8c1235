package io.argus.replay.engine;

import io.argus.domain.pack.Regime;
import java.util.Optional;

/** The latest regime known, as time goes on. */
final class RegimeCursor {

    private final PreparedPack.KnownRegimes regimes;
    private int known;
    private long nextMs;
    private Optional<Regime> current = Optional.empty();

    RegimeCursor(PreparedPack.KnownRegimes regimes) {
        this.regimes = regimes;
        nextMs = regimes.knownMs(0);
    }

    Optional<Regime> current() {
        return current;
    }

    void advanceTo(long nowMs) {
        while (nextMs <= nowMs) {
            current = regimes.get(known);
            known++;
            nextMs = regimes.knownMs(known);
        }
    }
}
