package io.argus.replay.audit;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.replay.result.ReplayObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Everything that a replay decided, filled, rejected and was worth, in the order in which it happened. */
final class Journal implements ReplayObserver {

    /** An order, a fill or a rejection. */
    private record Entry(long timeMs, Object what) {}

    /** Where two journals part. */
    record Difference(long timeMs, String here, String there) {}

    private static final String NOTHING = "nothing";

    private final List<Entry> entries = new ArrayList<>();
    private long[] markTimes = new long[256];
    private double[] cash = new double[256];
    private double[] equity = new double[256];
    private int marks;
    private long decisions;
    private long fills;

    @Override
    public void marked(long timeMs, double cashNow, double equityNow, double equityBySources) {
        if (marks == markTimes.length) {
            int capacity = marks + (marks >> 1);
            markTimes = Arrays.copyOf(markTimes, capacity);
            cash = Arrays.copyOf(cash, capacity);
            equity = Arrays.copyOf(equity, capacity);
        }
        markTimes[marks] = timeMs;
        cash[marks] = cashNow;
        equity[marks] = equityNow;
        marks++;
    }

    @Override
    public void decided(long timeMs, Order order) {
        decisions++;
        entries.add(new Entry(timeMs, order));
    }

    @Override
    public void filled(Fill fill) {
        fills++;
        entries.add(new Entry(fill.knownMs(), fill));
    }

    @Override
    public void rejected(Rejection rejection) {
        entries.add(new Entry(rejection.timeMs(), rejection));
    }

    long decisions() {
        return decisions;
    }

    long fills() {
        return fills;
    }

    long marks() {
        return marks;
    }

    /** The first thing up to an instant, that instant included, in which another journal differs from this one. */
    Optional<Difference> findDifference(Journal other, long untilMs) {
        Optional<Difference> entry = findEntryDifference(other, untilMs);
        Optional<Difference> mark = findMarkDifference(other, untilMs);
        if (entry.isPresent() && mark.isPresent()) {
            return entry.get().timeMs() <= mark.get().timeMs() ? entry : mark;
        }
        return entry.isPresent() ? entry : mark;
    }

    private Optional<Difference> findEntryDifference(Journal other, long untilMs) {
        for (int i = 0; ; i++) {
            Optional<Entry> here = entry(i, untilMs);
            Optional<Entry> there = other.entry(i, untilMs);
            if (!here.equals(there)) {
                long time = Math.min(
                        here.map(Entry::timeMs).orElse(Long.MAX_VALUE),
                        there.map(Entry::timeMs).orElse(Long.MAX_VALUE));
                return Optional.of(new Difference(time, text(here), text(there)));
            }
            if (here.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private Optional<Difference> findMarkDifference(Journal other, long untilMs) {
        for (int i = 0; i < Math.max(marks, other.marks); i++) {
            boolean here = hasMark(i, untilMs);
            boolean there = other.hasMark(i, untilMs);
            if (!here && !there) {
                return Optional.empty();
            }
            boolean same = here
                    && there
                    && markTimes[i] == other.markTimes[i]
                    && Double.doubleToLongBits(cash[i]) == Double.doubleToLongBits(other.cash[i])
                    && Double.doubleToLongBits(equity[i]) == Double.doubleToLongBits(other.equity[i]);
            if (!same) {
                long time = here ? markTimes[i] : other.markTimes[i];
                return Optional.of(new Difference(time, mark(i, here), other.mark(i, there)));
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> entry(int index, long untilMs) {
        return index < entries.size() && entries.get(index).timeMs() <= untilMs
                ? Optional.of(entries.get(index))
                : Optional.empty();
    }

    private boolean hasMark(int index, long untilMs) {
        return index < marks && markTimes[index] <= untilMs;
    }

    private String mark(int index, boolean there) {
        return there ? "equity " + equity[index] + " and cash " + cash[index] : NOTHING;
    }

    private static String text(Optional<Entry> entry) {
        return entry.map(Entry::what).map(InWords::of).orElse(NOTHING);
    }
}
