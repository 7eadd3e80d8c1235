package io.argus.domain.pack;

import io.argus.domain.option.OptionContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The symbols of contracts that somebody asked for, so that the many runs on one pack write each of them once. For any
 * number of threads.
 */
final class WrittenSymbols {

    private final Map<OptionContract, String> symbols = new ConcurrentHashMap<>();

    String of(OptionContract contract) {
        String known = symbols.get(contract);
        return known == null ? symbols.computeIfAbsent(contract, OptionContract::symbol) : known;
    }
}
