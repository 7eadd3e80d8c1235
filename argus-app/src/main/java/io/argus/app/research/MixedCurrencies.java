package io.argus.app.research;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.Pack;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Packs quoted in several currencies, of which an account knows one: no rate between them is in the data. */
final class MixedCurrencies {

    private static final String DOLLAR = "USD";

    /** Held to be worth a dollar. */
    private static final Set<String> PEGGED = Set.of("USDC", "USDT");

    private MixedCurrencies() {}

    static Optional<String> warning(Pack pack) {
        Set<String> currencies = new TreeSet<>();
        Stream.concat(pack.instruments().stream(), pack.optionTerms().stream())
                .map(Instrument::spec)
                .filter(MixedCurrencies::paysInMoney)
                .map(spec -> PEGGED.contains(spec.quoteCurrency()) ? DOLLAR : spec.quoteCurrency())
                .forEach(currencies::add);
        return currencies.size() < 2
                ? Optional.empty()
                : Optional.of("the pack is quoted in " + String.join(" and ", currencies)
                        + ", of which one unit counts as much as another: money of runs that trade more than one of them"
                        + " means nothing; give each a pack of its own");
    }

    /** Options on a coin may be quoted in it. */
    private static boolean paysInMoney(ContractSpec spec) {
        return spec.payoff() == Payoff.LINEAR || spec.kind() != ContractSpec.Kind.OPTION;
    }
}
