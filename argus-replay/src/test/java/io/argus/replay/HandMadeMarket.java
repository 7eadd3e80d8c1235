package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A few bars written by hand, so that every fill can be told beforehand. Bars follow each other without a gap: hours of
 * a market that never closes, or sessions of the New York Stock Exchange.
 */
final class HandMadeMarket {

    static final long HOUR_MS = 3_600_000L;
    static final long START_MS = LocalDate.of(2021, 3, 1).toEpochDay() * 24 * HOUR_MS;
    /** A Monday. */
    static final LocalDate FIRST_SESSION = LocalDate.of(2021, 3, 1);

    private final TradingCalendar calendar;
    private final BarSeries.Builder bars;
    private final long durationMs;
    private ContractSpec spec = ContractSpec.spot("USD");
    private FeeSchedule fees = FeeSchedule.NONE;
    private long nextOpenMs = START_MS;
    private LocalDate nextSession = FIRST_SESSION;

    private HandMadeMarket(String symbol, TradingCalendar calendar, long durationMs) {
        this.calendar = calendar;
        this.durationMs = durationMs;
        bars = BarSeries.builder(symbol, durationMs);
    }

    static HandMadeMarket hourly(String symbol) {
        return of(symbol, HOUR_MS);
    }

    static HandMadeMarket of(String symbol, long durationMs) {
        return new HandMadeMarket(symbol, TradingCalendar.roundTheClock(), durationMs);
    }

    static HandMadeMarket sessions(String symbol) {
        return new HandMadeMarket(symbol, TradingCalendar.newYorkStockExchange(), 24 * HOUR_MS);
    }

    HandMadeMarket bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 100);
    }

    HandMadeMarket bar(double open, double high, double low, double close, double volume) {
        boolean session = calendar != TradingCalendar.roundTheClock();
        long openMs = session ? calendar.openMs(nextSession) : nextOpenMs;
        long closeMs = session ? calendar.closeMs(nextSession) : nextOpenMs + durationMs;
        bars.add(openMs, closeMs, open, high, low, close, volume);
        return pause(1);
    }

    /** A bar at one price. */
    HandMadeMarket flat(double price) {
        return bar(price, price, price, price);
    }

    /** Leaves bars out. */
    HandMadeMarket pause(int missing) {
        nextOpenMs += missing * durationMs;
        if (calendar != TradingCalendar.roundTheClock()) {
            nextSession = calendar.plusSessions(nextSession, missing);
        }
        return this;
    }

    HandMadeMarket costing(FeeSchedule schedule) {
        fees = schedule;
        return this;
    }

    HandMadeMarket inLotsOf(double lot) {
        spec = new ContractSpec(spec.kind(), spec.payoff(), 1, lot, List.of(), "USD", "USD");
        return this;
    }

    BarSeries bars() {
        return bars.build();
    }

    Instrument instrument() {
        return new Instrument(bars().symbol(), spec, calendar, fees);
    }

    static Pack pack(HandMadeMarket... markets) {
        List<Instrument> instruments = new ArrayList<>();
        List<BarSeries> series = new ArrayList<>();
        for (HandMadeMarket market : markets) {
            instruments.add(market.instrument());
            series.add(market.bars());
        }
        return Pack.ofBars(instruments, series);
    }

    static ReplaySettings settings(ExecutionSettings execution) {
        return new ReplaySettings(10_000, CashRate.zero(), execution);
    }

    static ReplaySettings settings() {
        return settings(ExecutionSettings.defaults());
    }
}
