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
        List<double[]> discrepancies = new ArrayList<>();
        for (ChainSeries series : providers) {
            for (int snapshot = 0; snapshot < series.size(); snapshot++) {
                compare(series.chain(snapshot), others(series, providers), reader, settings, discrepancies);
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

    /**
     * What the providers say of each contract at a time: of each its latest snapshot received by then and sent within
     * the window.
     */
    static Map<OptionContract, Map<String, ConsensusPolicy.Opinion>> opinions(
            List<ChainSeries> providers, IvReader reader, long nowMs, long windowMs) {
        Map<OptionContract, Map<String, ConsensusPolicy.Opinion>> opinions = new HashMap<>();
        for (ChainSeries series : providers) {
            int known = series.knownAt(nowMs);
            if (known > 0 && nowMs - series.sent(known - 1) <= windowMs) {
                add(series.chain(known - 1), reader, opinions);
            }
        }
        return opinions;
    }

    private static void compare(
            OptionChain chain,
            List<ChainSeries> others,
            IvReader reader,
            IvTruthMap.Settings settings,
            List<double[]> discrepancies) {
        Map<OptionContract, Map<String, ConsensusPolicy.Opinion>> opinions =
                opinions(others, reader, chain.receivedMs(), settings.windowMs());
        add(chain, reader, opinions);
        for (Map<String, ConsensusPolicy.Opinion> contract : opinions.values()) {
            if (contract.size() > 1 && contract.containsKey(chain.provider())) {
                double lowest = Double.POSITIVE_INFINITY;
                double highest = 0;
                for (ConsensusPolicy.Opinion opinion : contract.values()) {
                    lowest = Math.min(lowest, opinion.volatility());
                    highest = Math.max(highest, opinion.volatility());
                }
                double standing = settings.policy().choose(contract);
                discrepancies.add(new double[] {highest - lowest, (highest - lowest) / standing});
            }
        }
    }

    private static void add(
            OptionChain chain, IvReader reader, Map<OptionContract, Map<String, ConsensusPolicy.Opinion>> opinions) {
        for (int row = 0; row < chain.size(); row++) {
            double volatility = reader.contract(chain, row);
            if (volatility > 0) {
                OptionContract contract = new OptionContract(
                        chain.underlying(), chain.right(row), chain.strike(row), chain.expiryMs(row));
                opinions.computeIfAbsent(contract, each -> new TreeMap<>())
                        .put(chain.provider(), new ConsensusPolicy.Opinion(volatility, chain.sourceMs()));
            }
        }
    }

    private static List<ChainSeries> others(ChainSeries series, List<ChainSeries> all) {
        return all.stream()
                .filter(each -> !each.provider().equals(series.provider()))
                .toList();
    }
}
