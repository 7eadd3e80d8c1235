package io.argus.replay.account;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Numbers what can be held: the pack's instruments first, in their order, then option contracts as a run meets them.
 * For one run.
 */
public final class AssetTable {

    private final Map<String, Instrument> optionTerms;
    private final List<Asset> assets = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> coins = new ArrayList<>();
    private final int[] coinOfListing;
    private final int listings;

    /**
     * @param optionTerms what an option is, by the symbol of its underlying
     */
    public AssetTable(List<Instrument> instruments, Map<String, Instrument> optionTerms) {
        this.optionTerms = optionTerms;
        listings = instruments.size();
        coinOfListing = new int[listings];
        Arrays.fill(coinOfListing, -1);
        for (int i = 0; i < listings; i++) {
            Instrument instrument = instruments.get(i);
            Instrument terms = optionTerms.get(instrument.symbol());
            if (instrument.spec().payoff() == ContractSpec.Payoff.INVERSE) {
                coinOfListing[i] = coin(instrument.spec().settlementCurrency());
            } else if (terms != null && terms.spec().payoff() == ContractSpec.Payoff.INVERSE) {
                coinOfListing[i] = coin(terms.spec().settlementCurrency());
            }
            add(new Asset(
                    instrument.symbol(),
                    instrument.spec(),
                    instrument.fees(),
                    i,
                    Optional.empty(),
                    coinOf(instrument, i)));
        }
    }

    public int size() {
        return assets.size();
    }

    /** How many of them are instruments with prices of their own. */
    public int listings() {
        return listings;
    }

    public Asset get(int index) {
        return assets.get(index);
    }

    /** The index of what a symbol names; an option contract gets its own at the first call. */
    public OptionalInt find(String symbol) {
        Integer known = indices.get(symbol);
        if (known != null) {
            return OptionalInt.of(known);
        }
        Optional<OptionContract> contract = OptionContract.findBySymbol(symbol);
        return contract.isPresent() ? addOption(symbol, contract) : OptionalInt.empty();
    }

    /** Currencies other than the account's, in which inverse contracts settle. */
    int coins() {
        return coins.size();
    }

    /** The currency whose price an instrument's is; -1 for none. */
    public int coinOfListing(int listing) {
        return coinOfListing[listing];
    }

    private OptionalInt addOption(String symbol, Optional<OptionContract> contract) {
        String on = contract.orElseThrow().underlying();
        Instrument terms = optionTerms.get(on);
        Integer underlying = indices.get(on);
        if (terms == null || underlying == null) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                add(new Asset(symbol, terms.spec(), terms.fees(), underlying, contract, coinOf(terms, underlying))));
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

    private int add(Asset asset) {
        assets.add(asset);
        indices.put(asset.symbol(), assets.size() - 1);
        return assets.size() - 1;
    }
}
