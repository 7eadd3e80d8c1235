package io.argus.app.research;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsAcrossSplitsTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final LocalDate QUOTED = LocalDate.of(2014, 6, 5);
    private static final LocalDate SPLIT = LocalDate.of(2014, 6, 9);

    @Test
    void optionsThatOutliveASplitAreToldOf() {
        assertThat(OptionsAcrossSplits.warnings(pack(2, LocalDate.of(2014, 6, 20))))
                .singleElement()
                .asString()
                .startsWith("AAPL splits on 2014-06-09, ");
    }

    @Test
    void dividendsAndOptionsThatExpireBeforeChangeNothing() {
        assertThat(OptionsAcrossSplits.warnings(pack(1, LocalDate.of(2014, 6, 20))))
                .isEmpty();
        assertThat(OptionsAcrossSplits.warnings(pack(2, LocalDate.of(2014, 6, 6))))
                .isEmpty();
    }

    @Test
    void optionsListedAfterTheSplitAreInItsUnits() {
        Pack later = pack(2, LocalDate.of(2014, 6, 20)).toBuilder()
                .events(MarketEvents.none().withActions(List.of(split(2, QUOTED.minusDays(1)))))
                .build();
        assertThat(OptionsAcrossSplits.warnings(later)).isEmpty();
    }

    private static Pack pack(double newForOld, LocalDate expiry) {
        long quotedMs = CALENDAR.closeMs(QUOTED);
        ChainSeries chains = ChainSeries.builder("AAPL", "x")
                .snapshot(quotedMs, quotedMs, 640, Double.NaN)
                .quote(
                        Right.PUT,
                        600,
                        CALENDAR.closeMs(expiry),
                        1,
                        1.1,
                        10,
                        10,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                .build();
        return Pack.builder()
                .instrument(Instrument.spot("AAPL", CALENDAR))
                .chains(List.of(chains))
                .events(MarketEvents.none().withActions(List.of(split(newForOld, SPLIT))))
                .build();
    }

    private static CorporateAction split(double newForOld, LocalDate date) {
        return new CorporateAction("AAPL", CALENDAR.openMs(date), newForOld, 0.5);
    }
}
