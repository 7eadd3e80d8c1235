package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.replay.execution.Listing;
import io.argus.replay.regime.RegimeDetector;
import java.util.List;
import java.util.stream.IntStream;

/** A pack with what every run needs of it worked out once. Immutable; shared by all runs. */
public final class PreparedPack {

    private final Pack pack;
    private final List<Listing> listings;
    private final List<List<Regime>> regimes;
    private final List<CompleteOutcomes> outcomes;
    private final DayGrid days;

    /**
     * @throws IllegalArgumentException when the pack has no bars, or bars of something other than spot
     */
    public PreparedPack(Pack pack) {
        this.pack = pack;
        listings = pack.bars().stream()
                .map(series -> new Listing(instrument(pack, series), series))
                .toList();
        if (listings.stream().allMatch(listing -> listing.bars().isEmpty())) {
            throw new IllegalArgumentException("the pack has no bars to replay");
        }
        for (Listing listing : listings) {
            if (listing.instrument().spec().kind().derivative()) {
                throw new IllegalArgumentException(listing.instrument().symbol()
                        + " is a derivative: this version replays bars of spot instruments only");
            }
        }
        regimes = listings.stream().map(listing -> regimes(pack, listing)).toList();
        outcomes = pack.outcomes().stream().map(CompleteOutcomes::new).toList();
        days = DayGrid.of(listings);
    }

    public Pack pack() {
        return pack;
    }

    public List<Listing> listings() {
        return listings;
    }

    public DayGrid days() {
        return days;
    }

    List<Regime> regimes(int instrument) {
        return regimes.get(instrument);
    }

    List<CompleteOutcomes> outcomes() {
        return outcomes;
    }

    private static Instrument instrument(Pack pack, BarSeries series) {
        return pack.findInstrument(series.symbol()).orElseThrow();
    }

    private static List<Regime> regimes(Pack pack, Listing listing) {
        String symbol = listing.instrument().symbol();
        return pack.regimes().stream()
                .filter(series -> series.scope().equals(symbol))
                .findFirst()
                .map(RegimeSeries::regimes)
                .orElseGet(() -> RegimeDetector.detect(
                                listing.bars(), listing.instrument().calendar())
                        .regimes());
    }

    /** The rows of a series that can ever be known: those whose window ended within the data. */
    static final class CompleteOutcomes {

        private final OutcomeSeries series;
        private final int[] rows;

        private CompleteOutcomes(OutcomeSeries series) {
            this.series = series;
            rows = IntStream.range(0, series.size())
                    .filter(row -> series.status(row) != OutcomeStatus.INCOMPLETE)
                    .toArray();
        }

        OutcomeSeries series() {
            return series;
        }

        int count() {
            return rows.length;
        }

        int row(int index) {
            return rows[index];
        }

        long knownMs(int index) {
            return series.windowEnd(rows[index]);
        }
    }
}
