package io.argus.domain.strategy;

import io.argus.domain.pack.Outcome;

/**
 * The outcomes of one instrument at one horizon whose windows have ended. Index 0 is the latest; going further back
 * than {@link #size()} throws {@link IndexOutOfBoundsException}.
 */
public interface OutcomeHistory {

    int size();

    /** Return from the bar's close to the end of its window. */
    double forwardReturn(int ago);

    /** When the window ended. */
    long windowEndMs(int ago);

    Outcome outcome(int ago);
}
