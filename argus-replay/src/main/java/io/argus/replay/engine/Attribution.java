package io.argus.replay.engine;

import io.argus.domain.market.Session;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import io.argus.research.experiment.RegimeBucket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares an instrument's profit and loss out over its market states while positions are held: each bar's change of value
 * goes to the state that was known when the bar began, and to the session in which it lay.
 */
final class Attribution {

    private static final class Tally {
        private double pnl;
        private long bars;

        private void add(double amount) {
            pnl += amount;
            bars++;
        }

        private void add(Tally other) {
            pnl += other.pnl;
            bars += other.bars;
        }
    }

    private final Map<VolatilityRegime, Tally> volatility = new EnumMap<>(VolatilityRegime.class);
    private final Map<TrendRegime, Tally> trend = new EnumMap<>(TrendRegime.class);
    private final Map<Session, Tally> session = new EnumMap<>(Session.class);
    private final Map<VolatilityRegime, Map<TrendRegime, Tally>> joint = new EnumMap<>(VolatilityRegime.class);
    private Optional<Regime> stateOfLastBar = Optional.empty();
    private Tally volatilityOfLastBar;
    private Tally trendOfLastBar;
    private Session sessionOfLastBar = Session.OFFPEAK;
    private Tally tallyOfLastSession;

    Attribution() {
        for (VolatilityRegime each : VolatilityRegime.values()) {
            volatility.put(each, new Tally());
            Map<TrendRegime, Tally> row = new EnumMap<>(TrendRegime.class);
            joint.put(each, row);
            for (TrendRegime other : TrendRegime.values()) {
                row.put(other, new Tally());
            }
        }
        for (TrendRegime each : TrendRegime.values()) {
            trend.put(each, new Tally());
        }
        for (Session each : Session.values()) {
            session.put(each, new Tally());
        }
        volatilityOfLastBar = tally(volatility, volatilityOf(stateOfLastBar));
        trendOfLastBar = tally(trend, trendOf(stateOfLastBar));
        tallyOfLastSession = tally(session, sessionOfLastBar);
    }

    /** Most bars are in the state of the bar before: then nothing is looked up. */
    @SuppressWarnings({"OptionalEquality", "ReferenceEquality"
    }) // an equal regime that is another object finds the same tallies
    void bar(Optional<Regime> before, Session during, double pnl) {
        if (before != stateOfLastBar) {
            stateOfLastBar = before;
            volatilityOfLastBar = tally(volatility, volatilityOf(before));
            trendOfLastBar = tally(trend, trendOf(before));
        }
        if (during != sessionOfLastBar) {
            sessionOfLastBar = during;
            tallyOfLastSession = tally(session, during);
        }
        volatilityOfLastBar.add(pnl);
        trendOfLastBar.add(pnl);
        tallyOfLastSession.add(pnl);
    }

    /** What accrued after an instrument's last bar; counts as no bar. */
    void afterLastBar(Optional<Regime> before, Session during, double pnl) {
        tally(volatility, volatilityOf(before)).pnl += pnl;
        tally(trend, trendOf(before)).pnl += pnl;
        tally(session, during).pnl += pnl;
    }

    /**
     * @param counts whether there were data of the instrument; what accrues later counts as no day
     */
    void day(Optional<Regime> before, double pnl, boolean counts) {
        Tally tally = tally(tally(joint, volatilityOf(before)), trendOf(before));
        if (counts) {
            tally.add(pnl);
        } else {
            tally.pnl += pnl;
        }
    }

    /** Adds what another instrument gave. */
    void add(Attribution other) {
        volatility.forEach((state, tally) -> tally.add(tally(other.volatility, state)));
        trend.forEach((state, tally) -> tally.add(tally(other.trend, state)));
        session.forEach((state, tally) -> tally.add(tally(other.session, state)));
        joint.forEach((state, row) ->
                row.forEach((trend, tally) -> tally.add(tally(tally(other.joint, state), trend))));
    }

    /** By {@code factor:value}, counted in bars. */
    List<RegimeBucket> byFactor() {
        List<RegimeBucket> buckets = new ArrayList<>();
        add(buckets, "volatility:", volatility);
        add(buckets, "trend:", trend);
        add(buckets, "session:", session);
        return buckets;
    }

    /** By volatility and trend together, counted in days. */
    List<RegimeBucket> jointly() {
        List<RegimeBucket> buckets = new ArrayList<>();
        joint.forEach((state, row) -> add(buckets, "volatility:" + state + "|trend:", row));
        return buckets;
    }

    Map<Session, Long> barsBySession() {
        Map<Session, Long> bars = new EnumMap<>(Session.class);
        session.forEach((each, tally) -> {
            if (tally.bars > 0) {
                bars.put(each, tally.bars);
            }
        });
        return bars;
    }

    private static <K> void add(List<RegimeBucket> buckets, String prefix, Map<K, Tally> tallies) {
        tallies.forEach((state, tally) -> {
            if (tally.bars > 0 || tally.pnl != 0) {
                buckets.add(new RegimeBucket(prefix + state, tally.pnl, tally.bars));
            }
        });
    }

    private static <K, V> V tally(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("every state has its tally: " + key);
        }
        return value;
    }

    private static VolatilityRegime volatilityOf(Optional<Regime> regime) {
        return regime.isPresent() ? regime.get().volatility() : VolatilityRegime.UNKNOWN;
    }

    private static TrendRegime trendOf(Optional<Regime> regime) {
        return regime.isPresent() ? regime.get().trend() : TrendRegime.UNKNOWN;
    }
}
