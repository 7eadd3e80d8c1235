package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.RegimeSeries;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.regime.RegimeDetector;
import io.argus.research.port.BarSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/** Bars in, pack out: loads the bars, follows every one of them to its horizons, and names the market's states. */
public final class PackStep {

    private static final List<Long> INTRADAY_HORIZONS = List.of(300L, 900L, 3_600L);
    private static final List<Long> DAILY_HORIZONS = List.of(86_400L);
    private static final long DAY_MS = 86_400_000L;

    private final BarSource source;
    private final Workers workers;
    private final Terminal terminal;

    public PackStep(BarSource source, Workers workers, Terminal terminal) {
        this.source = source;
        this.workers = workers;
        this.terminal = terminal;
    }

    /**
     * What goes into the pack.
     *
     * @param horizons in seconds; an empty list for the usual ones of the bars' length, empty for no outcomes at all
     * @param lastDays calendar days to keep, counted back from the newest bar of any symbol; empty for all
     */
    public record Request(
            List<BarSource.Request> bars,
            TradingCalendar calendar,
            Optional<List<Long>> horizons,
            int gapTolerance,
            OptionalInt lastDays) {

        public Request {
            bars = List.copyOf(bars);
            horizons = horizons.map(List::copyOf);
        }
    }

    /** What was read for a pack. */
    record Loaded(List<BarSeries> bars, List<CorporateAction> actions) {

        Loaded {
            bars = List.copyOf(bars);
            actions = List.copyOf(actions);
        }
    }

    public Pack build(Request request) {
        return build(request, load(request));
    }

    /** The bars of all symbols in their order, and what happened to their instruments. */
    Loaded load(Request request) {
        List<BarSource.Bars> read = workers.inOrder(loads(request));
        read.forEach(this::report);
        List<BarSeries> bars =
                newest(request, read.stream().map(BarSource.Bars::series).toList());
        ShortHistories.warnings(bars, request.calendar()).forEach(terminal::warn);
        return new Loaded(bars, actions(read, bars));
    }

    Pack build(Request request, Loaded loaded) {
        List<BarSeries> bars = loaded.bars();
        List<Instrument> instruments = bars.stream()
                .map(series -> Instrument.spot(series.symbol(), request.calendar()))
                .toList();
        List<OutcomeSeries> outcomes = workers.inOrder(outcomes(request, bars));
        List<RegimeSeries> regimes = bars.stream()
                .map(series -> RegimeDetector.detect(series, request.calendar()))
                .toList();
        return Pack.builder()
                .instruments(instruments)
                .bars(bars)
                .outcomes(outcomes)
                .regimes(regimes)
                .events(MarketEvents.none().withActions(loaded.actions()))
                .build();
    }

    /**
     * The horizons of outcomes for bars of this length.
     *
     * @throws ConfigException when a horizon does not fit the bars
     */
    public static List<Long> horizons(List<Long> asked, long barDurationMs, TradingCalendar calendar) {
        List<Long> usual = barDurationMs >= DAY_MS ? DAILY_HORIZONS : INTRADAY_HORIZONS;
        List<Long> horizons = asked.isEmpty()
                ? usual.stream()
                        .filter(each -> OutcomeEngine.fits(each, barDurationMs, calendar))
                        .toList()
                : asked;
        for (long horizon : horizons) {
            if (horizon <= 0 || !OutcomeEngine.fits(horizon, barDurationMs, calendar)) {
                throw new ConfigException(
                        "horizons",
                        horizon + " s does not fit bars of " + barDurationMs / 1000 + " s on " + calendar.name()
                                + ": a horizon is at least a bar long, at most 3650 days, and whole days for daily bars of an"
                                + " exchange");
            }
        }
        return horizons;
    }

    private List<Callable<BarSource.Bars>> loads(Request request) {
        List<Callable<BarSource.Bars>> loads = new ArrayList<>();
        request.bars().forEach(each -> loads.add(() -> source.load(each)));
        return loads;
    }

    private List<Callable<OutcomeSeries>> outcomes(Request request, List<BarSeries> bars) {
        List<Callable<OutcomeSeries>> tasks = new ArrayList<>();
        if (request.horizons().isEmpty()) {
            return tasks;
        }
        OutcomeEngine engine = new OutcomeEngine(request.calendar(), request.gapTolerance());
        for (BarSeries series : bars) {
            for (long horizon : horizons(request.horizons().get(), series.durationMs(), request.calendar())) {
                tasks.add(() -> engine.compute(series, horizon));
            }
        }
        return tasks;
    }

    /** The actions that fall into the bars that are kept; the first bar is in the units of one at its open. */
    private static List<CorporateAction> actions(List<BarSource.Bars> loaded, List<BarSeries> bars) {
        List<CorporateAction> actions = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            BarSeries kept = bars.get(i);
            loaded.get(i).actions().stream()
                    .filter(action -> !kept.isEmpty() && action.exMs() > kept.openTime(0))
                    .forEach(actions::add);
        }
        return actions;
    }

    /** The part of each series that the request's last days hold. */
    private static List<BarSeries> newest(Request request, List<BarSeries> bars) {
        OptionalLong end = bars.stream()
                .filter(series -> !series.isEmpty())
                .mapToLong(series -> series.openTime(series.size() - 1))
                .max();
        if (request.lastDays().isEmpty() || end.isEmpty()) {
            return bars;
        }
        TradingCalendar calendar = request.calendar();
        long start = calendar.dateAt(end.getAsLong())
                .minusDays(request.lastDays().getAsInt() - 1L)
                .atStartOfDay(calendar.zone())
                .toInstant()
                .toEpochMilli();
        return bars.stream()
                .map(series -> series.slice(series.firstOpeningAt(start), series.size()))
                .toList();
    }

    private void report(BarSource.Bars loaded) {
        loaded.notes().forEach(terminal::say);
        loaded.warnings().forEach(terminal::warn);
    }
}
