package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;

/**
 * What a pack contains, as 64 hexadecimal digits: SHA-256 over its canonical metadata, then each column's name, row
 * count and little-endian values in fixed order. The same data has the same hash in every file format and at every
 * path.
 */
public record ContentHash(String hex) {

    public ContentHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + hex);
        }
    }

    /** Hashes a pack's content. O(size of the pack). */
    static ContentHash of(Pack pack) {
        ColumnDigest digest = new ColumnDigest();
        digest.text(CanonicalMetadata.of(pack));
        pack.bars().forEach(series -> digestInto(digest, series));
        pack.outcomes().forEach(series -> series.digestInto(digest));
        pack.regimes().forEach(series -> series.digestInto(digest));
        pack.chains().forEach(series -> series.digestInto(digest));
        pack.events().digestInto(digest);
        return new ContentHash(digest.hex());
    }

    private static void digestInto(ColumnDigest digest, BarSeries bars) {
        String prefix = "bars/" + bars.symbol() + "/";
        digest.longs(prefix + "timestamp_ms", bars.openTimes());
        digest.longs(prefix + "close_ms", bars.closeTimes());
        digest.doubles(prefix + "open", bars.opens());
        digest.doubles(prefix + "high", bars.highs());
        digest.doubles(prefix + "low", bars.lows());
        digest.doubles(prefix + "close", bars.closes());
        digest.doubles(prefix + "volume", bars.volumes());
    }

    @Override
    public String toString() {
        return hex;
    }
}
