package io.argus.replay.synthetic;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a market of which everything is known: bars of a {@link HestonModel}, option chains priced from its expected
 * variance, settlements at their expiries, and underlyings in which nothing is to be found. It is labelled synthetic in
 * the pack's labels, in its symbols and as its chains' provider.
 *
 * <p>An option's volatility is √(expected variance until expiry) + premium, the same for all strikes. Variance passes
 * during sessions only, so the volatility is given for calendar time, as traders quote it: √(expected variance ×
 * trading years / calendar years). A pure function of the settings.
 */
public final class SyntheticMarket {

    /** The underlying with the planted premium and drift. */
    public static final String SYMBOL = "SYNTHETIC";

    /** What the chains name as their provider. */
    public static final String PROVIDER = "synthetic";

    private static final double FIRST_PRICE = 100;

    private SyntheticMarket() {}

    /** The market as a pack. */
    public static Pack generate(SyntheticSettings settings) {
        RandomStreams streams = new RandomStreams(settings.seed());
        Pack.Builder pack = Pack.builder().label(Pack.SYNTHETIC, settings.label());
        List<BarSeries> bars = new ArrayList<>();
        List<ChainSeries> chains = new ArrayList<>();
        List<Settlement> settlements = new ArrayList<>();
        for (int market = 0; market <= settings.nulls(); market++) {
            boolean planted = market == 0;
            String symbol = planted ? SYMBOL : SYMBOL + "_NULL_" + market;
            SyntheticSettings own = planted
                    ? settings
                    : settings.withPremium(0).withModel(settings.model().withDrift(0));
            UnderlyingMaker made = new UnderlyingMaker(
                    symbol, own, FIRST_PRICE, streams.stream(2L * market), streams.stream(2L * market + 1));
            made.make();
            pack.instrument(Instrument.spot(symbol, settings.calendar()));
            bars.add(made.bars());
            if (settings.snapshotBars() > 0) {
                pack.instrument(Instrument.listedOption(symbol, settings.calendar()));
                chains.add(made.chains());
                settlements.addAll(made.settlements());
            }
        }
        return pack.bars(bars)
                .chains(chains)
                .events(MarketEvents.none().withSettlements(settlements))
                .build();
    }
}
