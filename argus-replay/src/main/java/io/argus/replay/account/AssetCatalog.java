package io.argus.replay.account;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What can be held: a pack's instruments, in their order, and the options on them. Shared by all runs on the pack. */
public final class AssetCatalog {

    private final Map<String, Instrument> optionTerms;
    private final List<Asset> listings = new ArrayList<>();
    /** Options are added as runs name them, so that a symbol is read once for all of them. */
    private final Map<String, Optional<Asset>> bySymbol = new ConcurrentHashMap<>();

    private final List<String> coins = new ArrayList<>();
    private final int[] coinOfListing;

    /**
     * @param optionTerms what an option is, by the symbol of its underlying
     */
    public AssetCatalog(List<Instrument> instruments, Map<String, Instrument> optionTerms) {
        this.optionTerms = optionTerms;
        coinOfListing = new int[instruments.size()];
        Arrays.fill(coinOfListing, -1);
        for (int i = 0; i < coinOfListing.length; i++) {
            Instrument instrument = instruments.get(i);
            Instrument terms = optionTerms.get(instrument.symbol());
            if (instrument.spec().payoff() == ContractSpec.Payoff.INVERSE) {
                coinOfListing[i] = coin(instrument.spec().settlementCurrency());
            } else if (terms != null && terms.spec().payoff() == ContractSpec.Payoff.INVERSE) {
                coinOfListing[i] = coin(terms.spec().settlementCurrency());
            }
            Asset listing = new Asset(
                    instrument.symbol(),
                    instrument.spec(),
                    instrument.fees(),
                    i,
                    Optional.empty(),
                    coinOf(instrument, i));
            listings.add(listing);
            bySymbol.put(listing.symbol(), Optional.of(listing));
        }
    }

    /** What a symbol names: an instrument, or an option on one that the pack has options on. */
    public Optional<Asset> find(String symbol) {
        Optional<Asset> known = bySymbol.get(symbol);
        if (known != null) {
            return known;
        }
        Optional<Asset> option = OptionContract.findBySymbol(symbol).flatMap(contract -> option(symbol, contract));
        option.ifPresent(found -> bySymbol.putIfAbsent(symbol, option));
        return option;
    }

    List<Asset> listings() {
        return listings;
    }

    int coins() {
        return coins.size();
    }

    int coinOfListing(int listing) {
        return coinOfListing[listing];
    }

    private Optional<Asset> option(String symbol, OptionContract contract) {
        Instrument terms = optionTerms.get(contract.underlying());
        Optional<Asset> underlying = bySymbol.getOrDefault(contract.underlying(), Optional.empty());
        if (terms == null || underlying.isEmpty()) {
            return Optional.empty();
        }
        int listing = underlying.get().listing();
        return Optional.of(
                new Asset(symbol, terms.spec(), terms.fees(), listing, Optional.of(contract), coinOf(terms, listing)));
    }

    private int coinOf(Instrument instrument, int listing) {
        return instrument.spec().payoff() == ContractSpec.Payoff.INVERSE ? coinOfListing[listing] : -1;
    }

    private int coin(String currency) {
        int at = coins.indexOf(currency);
        if (at >= 0) {
            return at;
        }
        coins.add(currency);
        return coins.size() - 1;
    }
}
