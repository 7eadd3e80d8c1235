package io.argus.app.recording;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** How far a recording has come: from when on its next interval asks for bars, funding, settlements and trades. */
final class RecordingProgress {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private long barsFromMs;
    private long fundingFromMs;
    private long settlementsFromMs;
    private long lastTrade;

    private RecordingProgress(long barsFromMs, long fundingFromMs, long settlementsFromMs, long lastTrade) {
        this.barsFromMs = barsFromMs;
        this.fundingFromMs = fundingFromMs;
        this.settlementsFromMs = settlementsFromMs;
        this.lastTrade = lastTrade;
    }

    /**
     * Goes on where a pack ends.
     *
     * @param before what was recorded so far, if anything
     * @param historyFromMs from when on a new recording wants what came before it
     * @param lastTrade sequence of the last trade that is known
     */
    static RecordingProgress after(
            Optional<Pack> before, String underlying, long historyFromMs, long barMs, long lastTrade) {
        long barsFromMs = before.flatMap(pack -> pack.findBars(underlying))
                .filter(bars -> !bars.isEmpty())
                .map(bars -> bars.openTime(bars.size() - 1) + barMs)
                .orElse(historyFromMs / barMs * barMs);
        List<FundingRate> funding = before.map(pack -> pack.events().funding()).orElse(List.of());
        List<Settlement> settlements =
                before.map(pack -> pack.events().settlements()).orElse(List.of());
        return new RecordingProgress(
                barsFromMs,
                after(funding, FundingRate::timeMs, HOUR_MS, historyFromMs),
                after(settlements, Settlement::timeMs, DAY_MS, historyFromMs),
                lastTrade);
    }

    /** One step after the last of what was recorded; where nothing was, from the start. */
    private static <E> long after(List<E> recorded, ToLongFunction<E> timeMs, long stepMs, long startMs) {
        OptionalLong last = recorded.stream().mapToLong(timeMs).max();
        return last.isPresent() ? last.getAsLong() + stepMs : startMs;
    }

    long barsFromMs() {
        return barsFromMs;
    }

    long fundingFromMs() {
        return fundingFromMs;
    }

    long settlementsFromMs() {
        return settlementsFromMs;
    }

    /** The sequence of the last trade that is known. */
    long lastTrade() {
        return lastTrade;
    }

    /** Goes past what an interval brought; what it brought nothing of is asked for again. */
    void advance(Interval interval) {
        lastTrade = interval.trades().lastSequence();
        BarSeries bars = interval.bars();
        if (!bars.isEmpty()) {
            barsFromMs = bars.openTime(bars.size() - 1) + bars.durationMs();
        }
        List<FundingRate> funding = interval.funding();
        if (!funding.isEmpty()) {
            fundingFromMs = funding.get(funding.size() - 1).timeMs() + HOUR_MS;
        }
        List<Settlement> settlements = interval.settlements();
        if (!settlements.isEmpty()) {
            settlementsFromMs = settlements.get(settlements.size() - 1).timeMs() + DAY_MS;
        }
    }
}
