package io.argus.replay;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Chains of an exchange as most archives keep them: one a session, made at its close and received a moment later. */
class ClosingSnapshotsTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final LocalDate FRIDAY = LocalDate.of(2021, 3, 5);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final LocalDate TUESDAY = FRIDAY.plusDays(4);
    private static final long RECEIPT_MS = 250;
    private static final OptionContract PUT =
            new OptionContract("SPX", Right.PUT, 95, CALENDAR.closeMs(LocalDate.of(2021, 3, 19)));

    @Test
    void whatIsDecidedOnFridaysFillsFromMondays() {
        Scripted strategy = bought(FRIDAY, MONDAY, TUESDAY);

        assertThat(strategy.rejections()).isEmpty();
        assertThat(strategy.fills()).extracting(Fill::timeMs).containsExactly(CALENDAR.closeMs(MONDAY) + RECEIPT_MS);
    }

    @Test
    void aSessionWithoutOneIsWaitedForInVain() {
        Scripted strategy = bought(FRIDAY, TUESDAY);

        assertThat(strategy.fills()).isEmpty();
        assertThat(strategy.rejections()).extracting(Rejection::reason).containsExactly(Reason.NO_QUOTE);
    }

    @Test
    void roundTheClockTheLastOneBelongsToTheDayThatItCloses() {
        long day = 24 * HandMadeMarket.HOUR_MS;
        HandMadeMarket market =
                HandMadeMarket.of("SPX", day).flat(100).flat(100).flat(100);
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        long close = HandMadeMarket.START_MS + 3 * day;
        chains.snapshot(close + RECEIPT_MS, close, 100, Double.NaN);
        Pack pack = Pack.builder()
                .instruments(List.of(market.instrument()))
                .bars(List.of(market.bars()))
                .chains(List.of(chains.build()))
                .build();

        assertThat(ReplayHarness.on(pack)
                        .run(new Scripted(), HandMadeMarket.settings())
                        .dailyReturns()
                        .size())
                .isEqualTo(3);
    }

    /** Buys a put on the first snapshot. */
    private static Scripted bought(LocalDate... sessions) {
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        for (LocalDate session : sessions) {
            long close = CALENDAR.closeMs(session);
            double none = Double.NaN;
            chains.snapshot(close + RECEIPT_MS, close, 100, none);
            chains.quote(Right.PUT, PUT.strike(), PUT.expiryMs(), 2.0, 2.2, none, none, none, none, none, none, none);
        }
        ContractSpec option = new ContractSpec(
                ContractSpec.Kind.OPTION,
                ContractSpec.Payoff.LINEAR,
                100,
                1,
                List.of(new ContractSpec.TickSize(0, 0.01)),
                "USD",
                "USD");
        Pack pack = Pack.builder()
                .instruments(List.of(
                        Instrument.spot("SPX", CALENDAR), new Instrument("SPX", option, CALENDAR, FeeSchedule.NONE)))
                .chains(List.of(chains.build()))
                .build();
        Scripted strategy = new Scripted().at(1, Order.market(PUT.symbol(), Side.BUY, Quantity.units(1)));
        ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
        return strategy;
    }
}
