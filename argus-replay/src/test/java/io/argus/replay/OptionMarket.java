package io.argus.replay;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Snapshots of a few options written by hand: one each hour, sent a second before it is received. */
final class OptionMarket {

    static final long HOUR_MS = HandMadeMarket.HOUR_MS;
    static final long EXPIRY_MS = HandMadeMarket.START_MS + 10 * HOUR_MS;

    private final ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private int hour;

    private OptionMarket(Instrument underlying, Instrument terms) {
        instruments.add(underlying);
        instruments.add(terms);
    }

    /** Options on 100 units, free to trade. */
    static OptionMarket listed() {
        return listed(FeeSchedule.NONE);
    }

    static OptionMarket listed(FeeSchedule fees) {
        return new OptionMarket(
                Instrument.spot("SPX", TradingCalendar.roundTheClock()),
                terms(ContractSpec.Payoff.LINEAR, 100, "USD", fees));
    }

    /** Options on one coin, priced and settled in it. */
    static OptionMarket inverse(FeeSchedule fees) {
        return new OptionMarket(
                Instrument.spot("SPX", TradingCalendar.roundTheClock()),
                terms(ContractSpec.Payoff.INVERSE, 1, "COIN", fees));
    }

    private static Instrument terms(ContractSpec.Payoff payoff, double multiplier, String currency, FeeSchedule fees) {
        ContractSpec spec = new ContractSpec(
                ContractSpec.Kind.OPTION,
                payoff,
                multiplier,
                1,
                List.of(new ContractSpec.TickSize(0, 0.0005)),
                "USD",
                currency);
        return new Instrument("SPX", spec, TradingCalendar.roundTheClock(), fees);
    }

    /** The next hour's snapshot. */
    OptionMarket snapshot(double underlying) {
        return snapshot(underlying, 1000);
    }

    OptionMarket snapshot(double underlying, long ageMs) {
        long received = HandMadeMarket.START_MS + hour * HOUR_MS;
        chains.snapshot(received, received - ageMs, underlying, Double.NaN);
        hour++;
        return this;
    }

    OptionMarket put(double strike, double bid, double ask) {
        return quote(Right.PUT, strike, bid, ask, Double.NaN);
    }

    OptionMarket call(double strike, double bid, double ask) {
        return quote(Right.CALL, strike, bid, ask, Double.NaN);
    }

    OptionMarket quote(Right right, double strike, double bid, double ask, double size) {
        double none = Double.NaN;
        chains.quote(right, strike, EXPIRY_MS, bid, ask, size, size, none, none, none, none, none);
        return this;
    }

    OptionMarket settled(double price) {
        settlements.add(new Settlement("SPX", EXPIRY_MS, EXPIRY_MS, price));
        return this;
    }

    Pack pack() {
        return Pack.builder()
                .instruments(instruments)
                .chains(List.of(chains.build()))
                .events(MarketEvents.none().withSettlements(settlements))
                .build();
    }

    /** Replays it, and asserts at each instant that equity is what its sources add up to. */
    ReplayResult run(Scripted strategy) {
        return run(strategy, new ArrayList<>());
    }

    /** The same, which adds the equity at each instant to a list. */
    ReplayResult run(Scripted strategy, List<Double> equity) {
        return ReplayHarness.on(pack()).run(strategy, HandMadeMarket.settings(), (time, cash, now, bySources) -> {
            assertThat(now).isCloseTo(bySources, within(1e-8));
            equity.add(now);
        });
    }

    static String put(double strike) {
        return new OptionContract("SPX", Right.PUT, strike, EXPIRY_MS).symbol();
    }

    static String call(double strike) {
        return new OptionContract("SPX", Right.CALL, strike, EXPIRY_MS).symbol();
    }

    static Leg leg(String symbol, Side side, double contracts) {
        return new Leg(symbol, side, Quantity.units(contracts));
    }

    static Order unit(Leg... legs) {
        return new Order("unit", List.of(legs), Execution.market(), OptionalLong.empty(), Protection.none());
    }

    /** Sells the put at the first strike and buys the one at the second. */
    static Order spread(double sold, double bought, double contracts) {
        return unit(leg(put(sold), Side.SELL, contracts), leg(put(bought), Side.BUY, contracts));
    }
}
