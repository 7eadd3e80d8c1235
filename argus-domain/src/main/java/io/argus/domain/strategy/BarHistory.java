package io.argus.domain.strategy;

/**
 * The bars of one instrument that are known now. Index 0 is the latest; going further back than {@link #size()}, or
 * forward by a negative index, throws {@link IndexOutOfBoundsException}.
 */
public interface BarHistory {

    int size();

    long openTimeMs(int ago);

    long closeTimeMs(int ago);

    double open(int ago);

    double high(int ago);

    double low(int ago);

    double close(int ago);

    double volume(int ago);
}
