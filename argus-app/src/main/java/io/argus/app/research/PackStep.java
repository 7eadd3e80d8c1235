package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.port.BarSource;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.regime.RegimeDetector;
import java.util.ArrayList;
import java.util.List;
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
     * @param horizons in seconds; empty for the usual ones of the bars' length
     */
    public record Request(
            List<BarSource.Request> bars, TradingCalendar calendar, List<Long> horizons, int gapTolerance) {

        public Request {
            bars = List.copyOf(bars);
            horizons = List.copyOf(horizons);
        }
    }

    public Pack build(Request request) {
        List<BarSeries> bars =
                workers.inOrder(loads(request)).stream().map(this::report).toList();
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
                                + ": a horizon is at least a bar long, and whole days for daily bars of an exchange");
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
        OutcomeEngine engine = new OutcomeEngine(request.calendar(), request.gapTolerance());
        List<Callable<OutcomeSeries>> tasks = new ArrayList<>();
        for (BarSeries series : bars) {
            for (long horizon : horizons(request.horizons(), series.durationMs(), request.calendar())) {
                tasks.add(() -> engine.compute(series, horizon));
            }
        }
        return tasks;
    }

    private BarSeries report(BarSource.Bars loaded) {
        loaded.notes().forEach(terminal::say);
        loaded.warnings().forEach(terminal::warn);
        return loaded.series();
    }
}
