package io.argus.replay.engine;

import io.argus.domain.pack.Regime;
import java.util.List;
import java.util.Optional;

/** The latest regime known, as time goes on. */
final class RegimeCursor {

    private final List<Regime> regimes;
    private int known;
    private Optional<Regime> current = Optional.empty();

    RegimeCursor(List<Regime> regimes) {
        this.regimes = regimes;
    }

    Optional<Regime> current() {
        return current;
    }

    void advanceTo(long nowMs) {
        while (known < regimes.size() && regimes.get(known).timestampMs() <= nowMs) {
            current = Optional.of(regimes.get(known));
            known++;
        }
    }
}
