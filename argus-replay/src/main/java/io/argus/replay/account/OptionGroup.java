package io.argus.replay.account;

import io.argus.domain.option.OptionContract;

/** Options that settle together: those of one underlying and one expiry. In the order of both. */
record OptionGroup(int listing, long expiryMs) implements Comparable<OptionGroup> {

    static OptionGroup of(Asset asset, OptionContract contract) {
        return new OptionGroup(asset.listing(), contract.expiryMs());
    }

    @Override
    public int compareTo(OptionGroup other) {
        return listing != other.listing
                ? Integer.compare(listing, other.listing)
                : Long.compare(expiryMs, other.expiryMs);
    }
}
