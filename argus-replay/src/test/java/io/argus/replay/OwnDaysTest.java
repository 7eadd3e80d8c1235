package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A run is judged on the days on which there are data of what it trades. */
class OwnDaysTest {

    private static final HandMadeMarket LONG = sessions("AAA", 0, 10);
    private static final HandMadeMarket SHORT = sessions("BBB", 3, 4);
    private static final Pack PACK = HandMadeMarket.pack(LONG, SHORT);
    private static final ReplayHarness HARNESS = ReplayHarness.on(PACK);
    private static final DailyReturns ALL =
            HARNESS.run(new Scripted(), HandMadeMarket.settings()).dailyReturns();

    @Test
    void daysOutsideItsDataAreNoneOfItsOwn() {
        assertThat(ALL.size()).isEqualTo(10);
        assertThat(HARNESS.within(ALL, Set.of("BBB"), Optional.empty()).dates())
                .isEqualTo(ALL.dates().subList(3, 7));
    }

    @Test
    void ofSeveralInstrumentsTheDaysOfAnyCount() {
        assertThat(HARNESS.within(ALL, Set.of("AAA", "BBB"), Optional.empty())).isEqualTo(ALL);
        assertThat(HARNESS.within(ALL, Set.of("AAA"), Optional.empty())).isEqualTo(ALL);
    }

    /** They accrue as long as any symbol of the pack has data. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void interestAndBorrowingMakeNoDayOneOfItsOwn(Side side) {
        ReplaySettings settings = new ReplaySettings(10_000, CashRate.constant(0.03), ExecutionSettings.defaults());
        Scripted idle = new Scripted();
        Scripted holding = new Scripted().at(5, Order.market("BBB", side, Quantity.units(10)));
        for (Scripted each : List.of(idle, holding)) {
            ReplayResult run = HARNESS.run(each, settings);

            assertThat(run.interest()).isNotZero();
            assertThat(HARNESS.within(run.dailyReturns(), Set.of("BBB"), run.lastMoved())
                            .dates())
                    .isEqualTo(ALL.dates().subList(3, 7));
        }
        assertThat(holding.fills()).hasSize(1);
    }

    @Test
    void barsAfterHoursAreOfTheirDate() {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        long closeMs = calendar.closeMs(HandMadeMarket.FIRST_SESSION);
        BarSeries hours = BarSeries.builder("BBB", HandMadeMarket.HOUR_MS)
                .add(closeMs - 2 * HandMadeMarket.HOUR_MS, closeMs - HandMadeMarket.HOUR_MS, 100, 100, 100, 100, 9)
                .add(closeMs - HandMadeMarket.HOUR_MS, closeMs, 100, 100, 100, 100, 9)
                .add(closeMs, closeMs + HandMadeMarket.HOUR_MS, 100, 110, 100, 110, 9)
                .build();
        Pack pack = Pack.ofBars(
                List.of(LONG.instrument(), new Instrument("BBB", ContractSpec.spot("USD"), calendar, FeeSchedule.NONE)),
                List.of(LONG.bars(), hours));
        Scripted buyer = new Scripted().at(1, Order.market("BBB", Side.BUY, Quantity.fractionOfEquity(1)));
        DailyReturns own = own(pack, buyer);
        assertThat(own.dates()).containsExactly(HandMadeMarket.FIRST_SESSION);
        assertThat(own.at(0)).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void noReturnIsLostThatComesAfterItsLastDay() {
        long paidMs = LONG.bars().openTime(8);
        Pack pack = Pack.builder()
                .instruments(PACK.instruments())
                .bars(PACK.bars())
                .events(MarketEvents.none().withFunding(List.of(new FundingRate("BBB", paidMs, paidMs, -0.05))))
                .build();
        Scripted buyer = new Scripted().at(5, Order.market("BBB", Side.BUY, Quantity.fractionOfEquity(1)));
        DailyReturns own = own(pack, buyer);
        assertThat(own.dates()).isEqualTo(ALL.dates().subList(3, 9));
        assertThat(own.at(own.size() - 1)).isCloseTo(0.05, within(1e-9));
    }

    private static DailyReturns own(Pack pack, Scripted strategy) {
        ReplayHarness harness = ReplayHarness.on(pack);
        ReplayResult run = harness.run(strategy, HandMadeMarket.settings());
        return harness.within(run.dailyReturns(), Set.of("BBB"), run.lastMoved());
    }

    private static HandMadeMarket sessions(String symbol, int first, int count) {
        HandMadeMarket market = HandMadeMarket.sessions(symbol).pause(first);
        for (int i = 0; i < count; i++) {
            market.flat(100);
        }
        return market;
    }
}
