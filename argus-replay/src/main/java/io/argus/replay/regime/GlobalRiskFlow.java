package io.argus.replay.regime;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the world's markets did in their latest sessions: 0.4 of Asia's mean return, 0.4 of Europe's and 0.2 of the dollar's
 * against the yen, each from daily returns completed strictly before now. Parts whose instruments the pack lacks leave
 * their weight to the others; with none of them there is no flow.
 */
public final class GlobalRiskFlow {

    private record Part(double weight, List<String> symbols) {}

    private static final List<Part> PARTS = List.of(
            new Part(0.4, List.of("EWJ", "FXI", "EWT", "EWY", "INDA")),
            new Part(0.4, List.of("EWG", "EWU", "FEZ", "EWL")),
            new Part(0.2, List.of("USD/JPY", "USDJPY")));

    private GlobalRiskFlow() {}

    /** The flow as it is known now, as a return. */
    public static OptionalDouble of(MarketView market) {
        double sum = 0;
        double weight = 0;
        for (Part part : PARTS) {
            OptionalDouble mean = market.instruments().stream()
                    .filter(instrument -> part.symbols().contains(instrument.symbol()))
                    .map(instrument -> latestReturn(market, instrument))
                    .flatMapToDouble(OptionalDouble::stream)
                    .average();
            if (mean.isPresent()) {
                sum += part.weight() * mean.getAsDouble();
                weight += part.weight();
            }
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }

    /** From one session's last close to the next one's, of the latest two that ended before now. */
    private static OptionalDouble latestReturn(MarketView market, Instrument instrument) {
        BarHistory bars = market.bars(instrument.symbol());
        TradingCalendar calendar = instrument.calendar();
        LocalDate last = LocalDate.MAX;
        double lastClose = Double.NaN;
        for (int ago = 0; ago < bars.size(); ago++) {
            LocalDate session = calendar.sessionOnOrAfter(calendar.dateAt(bars.openTimeMs(ago)));
            long close = calendar.closeMs(session);
            // What trades before or after hours is no close of the session.
            boolean within = bars.closeTimeMs(ago) > calendar.openMs(session) && bars.closeTimeMs(ago) <= close;
            if (within && close < market.nowMs() && session.isBefore(last)) {
                if (!Double.isNaN(lastClose)) {
                    return OptionalDouble.of(lastClose / bars.close(ago) - 1);
                }
                last = session;
                lastClose = bars.close(ago);
            }
        }
        return OptionalDouble.empty();
    }
}
