package io.argus.replay;

import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.argus.replay.OptionMarket.call;
import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.put;
import static io.argus.replay.OptionMarket.spread;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;

/** What options an account may have short, and what they reserve. */
class OptionMarginTest {

    @Test
    void aSpreadReservesItsLargestLoss() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 3; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0);
        }
        // Width 5, credit 1: 400 a contract, so that 25 fit into 10 000.
        assertThat(market.run(new Scripted().at(1, spread(95, 90, 25))).fills()).hasSize(2);
        ReplayResult tooMany = market.run(new Scripted().at(1, spread(95, 90, 26)));
        assertThat(tooMany.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS));
        assertThat(tooMany.finalEquity()).isEqualTo(10_000);
        assertThat(tooMany.open()).isEmpty();
        // What a spread has reserved is not there for another.
        ReplayResult second =
                market.run(new Scripted().at(1, spread(95, 90, 20)).at(2, spread(95, 90, 6)));
        assertThat(second.fills()).hasSize(2);
    }

    @Test
    void nakedOptionsAreRefusedUnlessAllowed() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0).call(110, 1.0, 1.2);
        }
        Scripted naked = new Scripted().at(1, unit(leg(put(95), Side.SELL, 1)));
        assertThat(reasons(market.run(naked))).containsExactly(Reason.INSUFFICIENT_FUNDS);
        assertThat(reasons(market.run(new Scripted().at(1, unit(leg(call(110), Side.SELL, 1))))))
                .containsExactly(Reason.INSUFFICIENT_FUNDS);
        // Selling the long leg of a spread would leave the short one naked.
        Scripted uncovering = new Scripted().at(1, spread(95, 90, 1)).at(2, unit(leg(put(90), Side.SELL, 1)));
        assertThat(reasons(market.run(uncovering))).containsExactly(Reason.INSUFFICIENT_FUNDS);
        Scripted cashSecured = new Scripted().at(1, unit(leg(put(95), Side.SELL, 1)));
        assertThat(ReplayHarness.on(market.pack())
                        .run(cashSecured, nakedAllowed())
                        .fills())
                .hasSize(1);
    }

    /** A stop took away what covered the first call. */
    @Test
    void callsThatAreNakedAlreadyGetNoCompany() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 3; hour++) {
            market.snapshot(100).call(105, 2.0, 2.2).call(110, 0.9, 1.0);
        }
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).call(105, 2.0, 2.2).call(110, 0.4, 0.5);
        }
        Protection stop = new Protection(OptionalDouble.of(0.5), OptionalDouble.empty());
        Scripted strategy = new Scripted()
                .at(1, Order.market(call(110), Side.BUY, Quantity.units(1)).protectedBy(stop))
                .at(2, Order.market(call(105), Side.SELL, Quantity.units(1)))
                .at(5, Order.market(call(105), Side.SELL, Quantity.units(1)));
        ReplayResult result = market.run(strategy);
        assertThat(result.fills()).hasSize(3);
        assertThat(reasons(result)).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    /** Between its expiry and its settlement there is nothing that could be closed. */
    @Test
    void whatHasExpiredIsClosedByNobody() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 10; hour++) {
            market.snapshot(100).call(110, 1.0, 1.2);
        }
        Pack options = market.pack();
        HandMadeMarket bars = HandMadeMarket.of("SPX", OptionMarket.HOUR_MS / 4);
        for (int quarter = 1; quarter <= 44; quarter++) {
            bars.flat(quarter < 40 ? 100 : 126);
        }
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        ChainSeries quoted = options.chains().get(0);
        for (int i = 0; i < quoted.size(); i++) {
            chains.add(quoted.chain(i));
        }
        chains.snapshot(OptionMarket.EXPIRY_MS + 1, OptionMarket.EXPIRY_MS, 126, Double.NaN);
        Pack pack = Pack.builder()
                .instruments(Stream.concat(options.instruments().stream(), options.optionTerms().stream())
                        .toList())
                .bars(List.of(bars.bars()))
                .chains(List.of(chains.build()))
                .build();
        Scripted naked = new Scripted().at(1, unit(leg(call(110), Side.SELL, 5)));
        ReplayResult result = ReplayHarness.on(pack).run(naked, nakedAllowed());
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("settlement_proxy");
        assertThat(reasons(result)).isEmpty();
    }

    private static ReplaySettings nakedAllowed() {
        ExecutionSettings shipped = ExecutionSettings.defaults();
        return HandMadeMarket.settings(new ExecutionSettings(
                shipped.quoteSource(),
                shipped.spread(),
                shipped.slippage(),
                shipped.commission(),
                shipped.costMultiplier(),
                shipped.maxQuoteAgeMs(),
                shipped.maxSpread(),
                shipped.marketOnCloseCutoffMs(),
                shipped.initialMargin(),
                shipped.maintenanceMargin(),
                true,
                shipped.borrowRateAnnual()));
    }

    private static List<Reason> reasons(ReplayResult result) {
        return result.rejections().stream().map(Rejection::reason).toList();
    }
}
