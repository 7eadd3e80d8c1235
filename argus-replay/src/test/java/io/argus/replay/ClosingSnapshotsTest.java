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
import io.argus.replay.result.ReplayResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Chains of an exchange as most archives keep them: one a session, made at its close and received a moment later. */
class ClosingSnapshotsTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final LocalDate FRIDAY = LocalDate.of(2021, 3, 5);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final LocalDate TUESDAY = FRIDAY.plusDays(4);
    private static final long RECEIPT_MS = 250;
    private static final int PUT_UNITS = 100;
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
    void whatItIsWorthThenIsItsDaysReturn() {
        Scripted strategy = new Scripted().at(1, Order.market(PUT.symbol(), Side.BUY, Quantity.units(1)));
        ReplayResult result =
                run(strategy, closing(Map.of(FRIDAY, 2.0, MONDAY, 2.0, TUESDAY, 3.0, TUESDAY.plusDays(1), 2.5)));

        double spread = 0.2 * PUT_UNITS;
        double equity = 10_000 - spread;
        assertThat(result.dailyReturns().dates()).containsExactly(FRIDAY, MONDAY, TUESDAY, TUESDAY.plusDays(1));
        assertThat(result.dailyReturns().returns())
                .containsExactly(
                        new double[] {
                            0,
                            equity / 10_000 - 1,
                            (equity + PUT_UNITS) / equity - 1,
                            (equity + 0.5 * PUT_UNITS) / (equity + PUT_UNITS) - 1
                        },
                        within(1e-12));
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
        Scripted strategy = new Scripted().at(1, Order.market(PUT.symbol(), Side.BUY, Quantity.units(1)));
        run(strategy, closing(Stream.of(sessions).collect(Collectors.toMap(session -> session, session -> 2.0))));
        return strategy;
    }

    private static ReplayResult run(Scripted strategy, ChainSeries chains) {
        ContractSpec option = new ContractSpec(
                ContractSpec.Kind.OPTION,
                ContractSpec.Payoff.LINEAR,
                PUT_UNITS,
                1,
                List.of(new ContractSpec.TickSize(0, 0.01)),
                "USD",
                "USD");
        Pack pack = Pack.builder()
                .instruments(List.of(
                        Instrument.spot("SPX", CALENDAR), new Instrument("SPX", option, CALENDAR, FeeSchedule.NONE)))
                .chains(List.of(chains))
                .build();
        return ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
    }

    /**
     * @param bids for the put, by session
     */
    private static ChainSeries closing(Map<LocalDate, Double> bids) {
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        new TreeMap<>(bids).forEach((session, bid) -> {
            long close = CALENDAR.closeMs(session);
            double none = Double.NaN;
            chains.snapshot(close + RECEIPT_MS, close, 100, none);
            chains.quote(
                    Right.PUT, PUT.strike(), PUT.expiryMs(), bid, bid + 0.2, none, none, none, none, none, none, none);
        });
        return chains.build();
    }
}
