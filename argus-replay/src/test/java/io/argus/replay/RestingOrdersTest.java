package io.argus.replay;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.argus.replay.OptionMarket.HOUR_MS;
import static io.argus.replay.OptionMarket.put;
import static org.assertj.core.api.Assertions.assertThat;

/** Limits and stops that wait: on quotes what they wait for, and how long they do anywhere. */
class RestingOrdersTest {

    private static final double NONE = Double.NaN;

    @Test
    void aStopToSellFillsAtTheBidOnceThatStandsThereOrBelow() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).put(95, 2.0, 2.2).snapshot(100).put(95, 2.0, 2.2);
        market.snapshot(100).put(95, 1.6, 1.4).snapshot(100).put(95, 1.6, 1.7);
        market.snapshot(100).put(95, NONE, 1.5).snapshot(100).put(95, 1.3, 1.4);
        Scripted strategy = new Scripted()
                .at(1, Order.market(put(95), Side.BUY, Quantity.units(1)))
                .at(2, Order.single(put(95), Side.SELL, Quantity.all(), Execution.stop(1.5)));
        market.run(strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(2.2, 1.3);
        assertThat(strategy.rejections()).isEmpty();
    }

    @Test
    void aStopToBuyFillsAtTheAskOnceThatStandsThereOrAbove() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).put(95, 2.0, 2.2).snapshot(100).put(95, 2.3, 2.4);
        market.snapshot(100).put(95, 2.4, NONE).snapshot(100).put(95, 2.4, 2.6);
        Scripted strategy =
                new Scripted().at(1, Order.single(put(95), Side.BUY, Quantity.units(1), Execution.stop(2.5)));
        market.run(strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(2.6);
    }

    /** The third snapshot shows the price, and comes two hours after the order was sent. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTimeInForceEndsWithTheFirstSnapshotThatComesSoLate(boolean stop) {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).put(95, 2.2, 2.4).snapshot(100).put(95, 2.2, 2.4);
        market.snapshot(100).put(95, 1.9, 2.0);
        for (long hours : new long[] {2, 3}) {
            OptionalLong within = OptionalLong.of(hours * HOUR_MS);
            Execution execution = stop ? new Execution.Stop(2.0, within) : new Execution.Limit(2.0, within);
            Side side = stop ? Side.SELL : Side.BUY;
            Scripted strategy = new Scripted().at(1, Order.single(put(95), side, Quantity.units(1), execution));
            market.run(strategy);
            Reason reason = hours == 2 ? Reason.EXPIRED : Reason.INSUFFICIENT_FUNDS;
            boolean fills = hours == 3 && !stop;
            assertThat(strategy.fills()).hasSize(fills ? 1 : 0);
            // Nothing covers what the stop would sell short: reached, it is refused for that.
            assertThat(strategy.rejections())
                    .extracting(Rejection::reason)
                    .isEqualTo(fills ? List.of() : List.of(reason));
        }
    }

    @Test
    void aTimeInForceEndsWithTheFirstBarThatOpensSoLate() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100).flat(120);
        for (long hours : new long[] {2, 3}) {
            Execution stop = new Execution.Stop(110, OptionalLong.of(hours * HOUR_MS));
            Scripted strategy = new Scripted().at(1, Order.single("AAA", Side.BUY, Quantity.units(1), stop));
            ReplayHarness.on(HandMadeMarket.pack(market)).run(strategy, HandMadeMarket.settings());
            assertThat(strategy.fills()).hasSize(hours == 3 ? 1 : 0);
            assertThat(strategy.rejections())
                    .extracting(Rejection::reason)
                    .hasSize(hours == 3 ? 0 : 1)
                    .allMatch(reason -> reason == Reason.EXPIRED);
        }
    }

    @Test
    void optionsHaveNoOpeningAndNoClosingPrice() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).put(95, 2.0, 2.2).snapshot(100).put(95, 2.0, 2.2);
        Scripted strategy = new Scripted()
                .at(
                        1,
                        Order.single(put(95), Side.BUY, Quantity.units(1), Execution.marketOnOpen()),
                        Order.single(put(95), Side.BUY, Quantity.units(1), Execution.marketOnClose()));
        market.run(strategy);
        assertThat(strategy.rejections())
                .extracting(Rejection::reason)
                .containsExactly(Reason.NO_QUOTE, Reason.NO_QUOTE);
    }
}
