package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.InstrumentName;
import io.argus.connectors.deribit.rest.DeribitOptionChainSource;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import java.util.Optional;

/**
 * What a pack holds of one coin, at the pack's own times.
 *
 * @param perpetual what one contract of the perpetual is
 * @param option what one option is
 * @param bars of the perpetual; may be empty
 * @param chains Deribit's own where the pack has those of several providers
 */
record CoinData(
        InstrumentName.Perpetual name,
        ContractSpec perpetual,
        ContractSpec option,
        BarSeries bars,
        ChainSeries chains,
        MarketEvents events) {

    private static final long ANY_DURATION_MS = 60_000;

    /**
     * @throws IllegalArgumentException with the reason, when Deribit could not trade what the pack has under a symbol
     */
    static CoinData of(Pack pack, String underlying) {
        InstrumentName.Perpetual name = InstrumentName.find(underlying)
                .filter(InstrumentName.Perpetual.class::isInstance)
                .map(InstrumentName.Perpetual.class::cast)
                .filter(perpetual -> !perpetual.underlying().contains("_"))
                .orElseThrow(() -> new IllegalArgumentException(underlying + " is no such perpetual"));
        return new CoinData(
                name,
                terms(pack.findInstrument(underlying), Kind.PERPETUAL, underlying),
                terms(pack.findOptionTerms(underlying), Kind.OPTION, "what one option is on " + underlying),
                pack.findBars(underlying)
                        .orElseGet(() ->
                                BarSeries.builder(underlying, ANY_DURATION_MS).build()),
                chains(pack, underlying),
                pack.events());
    }

    private static ContractSpec terms(Optional<Instrument> instrument, Kind kind, String what) {
        ContractSpec terms = instrument
                .map(Instrument::spec)
                .orElseThrow(() -> new IllegalArgumentException("the pack does not tell " + what));
        if (terms.kind() != kind || terms.payoff() != Payoff.INVERSE) {
            throw new IllegalArgumentException(what + " does not pay in the coin");
        }
        if (terms.tickSizes().isEmpty()) {
            throw new IllegalArgumentException(what + " lacks its tick size");
        }
        return terms;
    }

    private static ChainSeries chains(Pack pack, String underlying) {
        return pack.chains().stream()
                .filter(series -> series.underlying().equals(underlying))
                .reduce((a, b) -> b.provider().equals(DeribitOptionChainSource.PROVIDER) ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("the pack has no options on " + underlying));
    }

    String coin() {
        return name.underlying();
    }

    /** When the last of it became known. */
    long endMs() {
        long chainsEndMs = chains.received(chains.size() - 1);
        return bars.isEmpty() ? chainsEndMs : Math.max(chainsEndMs, bars.closeTime(bars.size() - 1));
    }
}
