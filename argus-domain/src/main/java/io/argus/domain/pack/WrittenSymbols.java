package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;

/**
 * The symbols of contracts that somebody asked for, by snapshot and row, so that the many runs on one pack write each of
 * them once. For any number of threads: two that ask at the same time may both write it, and it is the same text.
 */
final class WrittenSymbols {

    private final String[][] symbols;

    WrittenSymbols(int snapshots) {
        symbols = new String[snapshots][];
    }

    String get(int snapshot, int row, OptionChain chain) {
        String[] ofSnapshot = symbols[snapshot];
        if (ofSnapshot == null) {
            ofSnapshot = new String[chain.size()];
            symbols[snapshot] = ofSnapshot;
        }
        String known = ofSnapshot[row];
        if (known == null) {
            known = chain.contract(row).symbol();
            ofSnapshot[row] = known;
        }
        return known;
    }
}
