package io.argus.replay.volatility;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.ChainSeries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the providers of one underlying agree, contract by contract. A contract is compared whenever one provider's
 * snapshot comes in, with the latest snapshots of the others that are not older than the window.
 *
 * @param compared how often a contract had the volatility of two or more providers
 * @param warned of them with a discrepancy to be looked at, in absolute or relative terms
 * @param bad of them with one that cannot be both right
 * @param absolute largest less smallest volatility of a contract, decimals
 * @param relative the same as a share of the volatility that stands
 */
public record IvConsensus(
        String underlying,
        List<String> providers,
        int compared,
        int warned,
        int bad,
        Percentiles absolute,
        Percentiles relative) {

    static final double ABSOLUTE_WARNING = 0.02;
    static final double ABSOLUTE_BAD = 0.10;
    static final double RELATIVE_WARNING = 0.05;
    static final double RELATIVE_BAD = 0.25;

    public IvConsensus {
        providers = List.copyOf(providers);
    }

    static IvConsensus of(List<ChainSeries> providers, IvReader reader, IvTruthMap.Settings settings) {
        List<Latest> latest =
                providers.stream().map(series -> new Latest(series, reader)).toList();
        List<double[]> discrepancies = new ArrayList<>();
        for (ChainSeries series : providers) {
            List<Latest> others = latest.stream()
                    .filter(each -> !each.isOf(series.provider()))
                    .toList();
            for (int snapshot = 0; snapshot < series.size(); snapshot++) {
                if (series.received(snapshot) - series.sent(snapshot) > settings.windowMs()) {
                    continue;
                }
                compare(series.chain(snapshot), others, reader, settings, discrepancies);
            }
        }
        double[] absolute = discrepancies.stream().mapToDouble(each -> each[0]).toArray();
        double[] relative = discrepancies.stream().mapToDouble(each -> each[1]).toArray();
        int bad = 0;
        int warned = 0;
        for (int i = 0; i < absolute.length; i++) {
            if (absolute[i] >= ABSOLUTE_BAD || relative[i] >= RELATIVE_BAD) {
                bad++;
            } else if (absolute[i] >= ABSOLUTE_WARNING || relative[i] >= RELATIVE_WARNING) {
                warned++;
            }
        }
        return new IvConsensus(
                providers.get(0).underlying(),
                providers.stream().map(ChainSeries::provider).toList(),
                absolute.length,
                warned,
                bad,
                Percentiles.of(absolute),
                Percentiles.of(relative));
    }

    private static void compare(
            OptionChain chain,
            List<Latest> others,
            IvReader reader,
            IvTruthMap.Settings settings,
            List<double[]> discrepancies) {
        List<Map<OptionContract, ConsensusPolicy.Opinion>> known = others.stream()
                .map(each -> each.at(chain.receivedMs(), settings.windowMs()))
                .toList();
        opinions(chain, reader).forEach((contract, own) -> {
            Map<String, ConsensusPolicy.Opinion> said = new TreeMap<>();
            said.put(chain.provider(), own);
            for (int i = 0; i < known.size(); i++) {
                ConsensusPolicy.Opinion other = known.get(i).get(contract);
                if (other != null) {
                    said.put(others.get(i).series.provider(), other);
                }
            }
            if (said.size() > 1) {
                discrepancies.add(discrepancy(said, settings.policy()));
            }
        });
    }

    /** Absolute, then relative. */
    private static double[] discrepancy(Map<String, ConsensusPolicy.Opinion> said, ConsensusPolicy policy) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (ConsensusPolicy.Opinion opinion : said.values()) {
            lowest = Math.min(lowest, opinion.volatility());
            highest = Math.max(highest, opinion.volatility());
        }
        return new double[] {highest - lowest, (highest - lowest) / policy.choose(said)};
    }

    private static Map<OptionContract, ConsensusPolicy.Opinion> opinions(OptionChain chain, IvReader reader) {
        Map<OptionContract, ConsensusPolicy.Opinion> opinions = new HashMap<>();
        for (int row = 0; row < chain.size(); row++) {
            double volatility = reader.contract(chain, row);
            if (volatility > 0) {
                OptionContract contract = new OptionContract(
                        chain.underlying(), chain.right(row), chain.strike(row), chain.expiryMs(row));
                opinions.put(contract, new ConsensusPolicy.Opinion(volatility, chain.sourceMs()));
            }
        }
        return opinions;
    }

    /** What one provider said last; worked out anew only when it has said something new. */
    private static final class Latest {

        private final ChainSeries series;
        private final IvReader reader;
        private int snapshot = -1;
        private Map<OptionContract, ConsensusPolicy.Opinion> opinions = Map.of();

        private Latest(ChainSeries series, IvReader reader) {
            this.series = series;
            this.reader = reader;
        }

        private boolean isOf(String provider) {
            return series.provider().equals(provider);
        }

        /** Of its latest snapshot received by then and sent within the window. */
        private Map<OptionContract, ConsensusPolicy.Opinion> at(long nowMs, long windowMs) {
            int known = series.knownAt(nowMs);
            if (known == 0 || nowMs - series.sent(known - 1) > windowMs) {
                return Map.of();
            }
            if (known - 1 != snapshot) {
                snapshot = known - 1;
                opinions = opinions(series.chain(snapshot), reader);
            }
            return opinions;
        }
    }
}
