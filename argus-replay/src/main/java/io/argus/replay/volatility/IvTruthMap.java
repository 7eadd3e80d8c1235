package io.argus.replay.volatility;

import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What implied volatility a pack really holds: for every source how many snapshots give one, by which way, why the
 * others do not, and how far several sources agree. Cost O(quotes × providers).
 *
 * @param sources in the order of underlying and provider; at the end underlyings that have bars alone
 * @param consensus of each underlying with two or more providers
 */
public record IvTruthMap(List<IvSource> sources, List<IvConsensus> consensus) {

    /**
     * How the map is drawn.
     *
     * @param targetDays calendar days to the expiry whose volatility is wanted
     * @param maxAgeMs how old a snapshot may be when it is received
     * @param windowMs how old another provider's snapshot may be to be compared with
     * @param policy what stands where providers differ
     */
    public record Settings(int targetDays, long maxAgeMs, long windowMs, ConsensusPolicy policy) {

        public Settings {
            if (targetDays < 0 || maxAgeMs < 0 || windowMs < 0) {
                throw new IllegalArgumentException(
                        "not negative: " + targetDays + " days, " + maxAgeMs + " ms, " + windowMs + " ms");
            }
            Objects.requireNonNull(policy, "policy");
        }

        /** Thirty days ahead, two minutes old at most, the latest wins. */
        public static Settings usual() {
            return new Settings(30, 120_000, 120_000, new ConsensusPolicy.Winner());
        }
    }

    public IvTruthMap {
        sources = List.copyOf(sources);
        consensus = List.copyOf(consensus);
    }

    /** The map of a pack. */
    public static IvTruthMap of(Pack pack, Settings settings) {
        List<IvSource> sources = new ArrayList<>();
        for (ChainSeries series : pack.chains()) {
            sources.add(source(series, reader(pack, series.underlying(), settings)));
        }
        for (String symbol : pack.symbols()) {
            if (pack.chains().stream().noneMatch(series -> series.underlying().equals(symbol))) {
                sources.add(barsOnly(symbol));
            }
        }
        List<IvConsensus> consensus = new ArrayList<>();
        pack.chains().stream().map(ChainSeries::underlying).distinct().forEach(underlying -> {
            List<ChainSeries> providers = pack.chains().stream()
                    .filter(series -> series.underlying().equals(underlying))
                    .toList();
            if (providers.size() > 1) {
                consensus.add(IvConsensus.of(providers, reader(pack, underlying, settings), settings));
            }
        });
        return new IvTruthMap(sources, consensus);
    }

    private static IvReader reader(Pack pack, String underlying, Settings settings) {
        return new IvReader(settings.targetDays(), settings.maxAgeMs(), IvReader.inverse(pack, underlying));
    }

    /**
     * What each of a source's latest snapshots gives, in the order of receipt, worked out as the stream is read.
     *
     * @param most how many
     */
    public static Stream<IvSnapshot> latest(Pack pack, ChainSeries series, Settings settings, int most) {
        IvReader reader = reader(pack, series.underlying(), settings);
        return IntStream.range(Math.max(0, series.size() - most), series.size())
                .mapToObj(series::chain)
                .map(chain -> reader.snapshot(chain, chain.receivedMs()));
    }

    private static IvSource source(ChainSeries series, IvReader reader) {
        Map<IvRoute, IvRange.Gathered> volatilities = new EnumMap<>(IvRoute.class);
        Map<IvAbsence, Integer> missing = new EnumMap<>(IvAbsence.class);
        double[] staleness = new double[series.size()];
        int withoutPuts = 0;
        for (int snapshot = 0; snapshot < series.size(); snapshot++) {
            OptionChain chain = series.chain(snapshot);
            staleness[snapshot] = chain.receivedMs() - chain.sourceMs();
            IvSnapshot read = reader.snapshot(chain, chain.receivedMs());
            if (read.reading() instanceof IvReading.Known known) {
                volatilities
                        .computeIfAbsent(known.route(), route -> new IvRange.Gathered())
                        .add(chain.receivedMs(), known.volatility());
                withoutPuts += read.withoutPuts() ? 1 : 0;
            } else if (read.reading() instanceof IvReading.Missing absent) {
                missing.merge(absent.absence(), 1, Integer::sum);
            }
        }
        Map<IvRoute, IvRange> ranges = new EnumMap<>(IvRoute.class);
        volatilities.forEach((route, gathered) -> ranges.put(route, gathered.range()));
        return new IvSource(
                series.underlying(),
                series.provider(),
                true,
                series.size(),
                ranges,
                withoutPuts,
                missing,
                Percentiles.of(staleness));
    }

    private static IvSource barsOnly(String symbol) {
        return new IvSource(symbol, "bars", false, 0, Map.of(), 0, Map.of(IvAbsence.BARS_ONLY, 0), Percentiles.NONE);
    }
}
