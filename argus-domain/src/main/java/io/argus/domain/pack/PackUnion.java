package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;

/**
 * Several recordings of one market as one: everything once, whichever of them has it. Recordings may overlap, and the
 * union of a recording with itself is itself, so that a merge that was interrupted can be done again. The first that has
 * something is believed.
 */
public final class PackUnion {

    private PackUnion() {}

    /**
     * @throws IllegalArgumentException when one holds outcomes or regimes, which follow from all the bars, not from a
     *     part, or when their bars or chains do not go together
     */
    public static Pack of(List<Pack> packs) {
        for (Pack pack : packs) {
            if (!pack.outcomes().isEmpty() || !pack.regimes().isEmpty()) {
                throw new IllegalArgumentException(
                        "outcomes and regimes, which follow from all bars, cannot be joined");
            }
        }
        Map<String, String> labels = new TreeMap<>();
        packs.forEach(pack -> labels.putAll(pack.labels()));
        return Pack.builder()
                .instruments(instruments(packs, Pack::instruments))
                .instruments(instruments(packs, Pack::optionTerms))
                .bars(bars(packs))
                .chains(chains(packs))
                .events(events(packs))
                .labels(labels)
                .build();
    }

    private static List<Instrument> instruments(List<Pack> packs, Function<Pack, List<Instrument>> of) {
        return once(packs, of, Instrument::symbol);
    }

    private static List<BarSeries> bars(List<Pack> packs) {
        Map<String, List<BarSeries>> bySymbol = new TreeMap<>();
        packs.forEach(pack -> pack.bars()
                .forEach(series -> bySymbol.computeIfAbsent(series.symbol(), symbol -> new ArrayList<>())
                        .add(series)));
        return bySymbol.values().stream().map(PackUnion::merged).toList();
    }

    private static BarSeries merged(List<BarSeries> parts) {
        BarSeries first = parts.get(0);
        for (BarSeries part : parts) {
            if (part.durationMs() != first.durationMs()) {
                throw new IllegalArgumentException("bars of " + first.symbol() + " are of " + first.durationMs()
                        + " ms and of " + part.durationMs() + " ms");
            }
        }
        BarSeries.Builder merged = BarSeries.builder(first.symbol(), first.durationMs());
        places(parts, BarSeries::size, BarSeries::openTime, BarSeries::openTime).forEach(place -> {
            BarSeries from = parts.get(place[0]);
            int i = place[1];
            merged.add(
                    from.openTime(i),
                    from.closeTime(i),
                    from.open(i),
                    from.high(i),
                    from.low(i),
                    from.close(i),
                    from.volume(i));
        });
        return merged.build();
    }

    private static List<ChainSeries> chains(List<Pack> packs) {
        Map<String, List<ChainSeries>> byOrigin = new TreeMap<>();
        packs.forEach(pack -> pack.chains()
                .forEach(series -> byOrigin.computeIfAbsent(
                                series.underlying() + "\u0000" + series.provider(), origin -> new ArrayList<>())
                        .add(series)));
        return byOrigin.values().stream().map(PackUnion::mergedChains).toList();
    }

    private static ChainSeries mergedChains(List<ChainSeries> parts) {
        ChainSeries.Builder merged =
                ChainSeries.builder(parts.get(0).underlying(), parts.get(0).provider());
        // Of those received at one time, each was sent at another.
        places(parts, ChainSeries::size, ChainSeries::received, ChainSeries::sent)
                .forEach(place -> merged.add(parts.get(place[0]).chain(place[1])));
        return merged.build();
    }

    /**
     * The place of each row, in the order of its time: which part, and where in it. Rows of one time stay in their order; of
     * those that bear one mark too, the first is believed.
     */
    private static <T> List<int[]> places(
            List<T> parts,
            ToIntFunction<T> size,
            ToLongBiFunction<T, Integer> time,
            ToLongBiFunction<T, Integer> mark) {
        List<int[]> places = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int i = 0; i < size.applyAsInt(parts.get(part)); i++) {
                places.add(new int[] {part, i});
            }
        }
        places.sort(Comparator.comparingLong(place -> time.applyAsLong(parts.get(place[0]), place[1])));
        List<int[]> kept = new ArrayList<>();
        Set<Long> marks = new HashSet<>();
        long now = 0;
        for (int[] place : places) {
            T rows = parts.get(place[0]);
            long then = time.applyAsLong(rows, place[1]);
            if (then != now) {
                marks.clear();
                now = then;
            }
            if (marks.add(mark.applyAsLong(rows, place[1]))) {
                kept.add(place);
            }
        }
        return kept;
    }

    private static MarketEvents events(List<Pack> packs) {
        return MarketEvents.none()
                .withTrades(once(packs, pack -> pack.events().trades(), trade -> trade.instrument() + " " + id(trade)))
                .withFunding(once(packs, pack -> pack.events().funding(), PackUnion::place))
                .withSettlements(once(packs, pack -> pack.events().settlements(), PackUnion::place))
                .withActions(
                        once(packs, pack -> pack.events().actions(), action -> action.symbol() + " " + action.exMs()))
                .withIndexPrices(once(
                        packs, pack -> pack.events().indexPrices(), price -> price.index() + " " + price.timeMs()));
    }

    private static String id(MarketTrade trade) {
        return trade.id().isEmpty() ? trade.toString() : trade.id();
    }

    private static String place(FundingRate rate) {
        return rate.symbol() + " " + rate.timeMs();
    }

    private static String place(Settlement settlement) {
        return settlement.instrument() + " " + settlement.timeMs();
    }

    private static <T> List<T> once(
            List<Pack> packs, Function<Pack, ? extends Collection<T>> of, Function<T, String> key) {
        Map<String, T> found = new LinkedHashMap<>();
        packs.forEach(pack -> of.apply(pack).forEach(each -> found.putIfAbsent(key.apply(each), each)));
        return List.copyOf(found.values());
    }
}
