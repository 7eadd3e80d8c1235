package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

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
        int size = bars.size();
        long[] times = new long[size];
        double[] values = new double[size];
        digest.longs(prefix + "timestamp_ms", fill(times, bars::openTime));
        digest.longs(prefix + "close_ms", fill(times, bars::closeTime));
        digest.doubles(prefix + "open", fill(values, bars::open));
        digest.doubles(prefix + "high", fill(values, bars::high));
        digest.doubles(prefix + "low", fill(values, bars::low));
        digest.doubles(prefix + "close", fill(values, bars::close));
        digest.doubles(prefix + "volume", fill(values, bars::volume));
    }

    private static long[] fill(long[] into, IntToLongFunction column) {
        Arrays.setAll(into, column);
        return into;
    }

    private static double[] fill(double[] into, IntToDoubleFunction column) {
        Arrays.setAll(into, column);
        return into;
    }

    @Override
    public String toString() {
        return hex;
    }
}
