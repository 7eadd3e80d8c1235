package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import java.util.List;

/**
 * Option chain snapshots of one underlying in the order in which they were received.
 */
public record ChainSeries(String underlying, List<OptionChain> snapshots) {

    public ChainSeries {
        if (underlying.isBlank()) {
            throw new IllegalArgumentException("option chains need an underlying");
        }
        snapshots = List.copyOf(snapshots);
        for (int i = 1; i < snapshots.size(); i++) {
            if (snapshots.get(i).receivedMs() < snapshots.get(i - 1).receivedMs()) {
                throw new IllegalArgumentException("snapshots come in the order of their receipt: "
                        + snapshots.get(i).receivedMs());
            }
        }
    }

    void digestInto(ColumnDigest digest) {
        String prefix = "snapshots/" + underlying + "/";
        for (OptionChain chain : snapshots) {
            int rows = chain.size();
            digest.longs(prefix + "times", new long[] {chain.receivedMs(), chain.sourceMs()});
            digest.text(chain.provider());
            digest.doubles(prefix + "levels", new double[] {
                chain.underlyingPrice().orElse(Double.NaN),
                chain.atTheMoneyVolatility().orElse(Double.NaN)
            });
            double[] row = new double[8];
            for (int i = 0; i < rows; i++) {
                row[0] = chain.right(i) == OptionContract.Right.CALL ? 1 : 0;
                row[1] = chain.strike(i);
                row[2] = chain.bid(i);
                row[3] = chain.ask(i);
                row[4] = chain.bidSize(i);
                row[5] = chain.askSize(i);
                row[6] = chain.impliedVolatility(i).orElse(Double.NaN);
                row[7] = chain.delta(i).orElse(Double.NaN);
                digest.longs(prefix + "expiry_ms", new long[] {chain.expiryMs(i)});
                digest.doubles(prefix + "quote", row);
            }
        }
    }
}
