package io.argus.replay.audit;

import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InWordsTest {

    private static final Order BOUGHT = Order.market("X", Side.BUY, Quantity.units(5));

    @Test
    void ordersSayWhatIsToBeDone() {
        assertThat(InWords.of(BOUGHT)).isEqualTo("BUY 5 X at the market");
        assertThat(InWords.of(Order.market("X", Side.SELL, Quantity.all()).closing(3)))
                .isEqualTo("SELL all X at the market, closing position 3");
        assertThat(InWords.of(Order.single("X", Side.BUY, Quantity.fractionOfEquity(0.25), Execution.marketOnOpen())))
                .isEqualTo("BUY X for 0.25 of equity at the open");
        assertThat(InWords.of(Order.single("X", Side.SELL, Quantity.units(1e-7), Execution.marketOnClose())))
                .isEqualTo("SELL 0.0000001 X at the close");
        assertThat(InWords.of(Order.single("X", Side.BUY, Quantity.units(1), Execution.limit(101.5))))
                .isEqualTo("BUY 1 X at 101.5 or better");
        assertThat(InWords.of(
                        Order.single("X", Side.BUY, Quantity.units(1), new Execution.Stop(99, OptionalLong.of(250)))))
                .isEqualTo("BUY 1 X once 99 is reached within 250 ms");
        assertThat(InWords.of(BOUGHT.protectedBy(new Protection(OptionalDouble.of(90), OptionalDouble.of(120)))
                        .tagged("dip")))
                .isEqualTo("BUY 5 X at the market, stop at 90, target at 120 (dip)");
        assertThat(InWords.of(new Order(
                        "",
                        List.of(new Leg("P", Side.SELL, Quantity.units(1)), new Leg("Q", Side.BUY, Quantity.units(2))),
                        Execution.market(),
                        OptionalLong.empty(),
                        Protection.none())))
                .isEqualTo("SELL 1 P and BUY 2 Q at the market");
    }

    @Test
    void fillsAndRejectionsSayWhatBecameOfThem() {
        assertThat(InWords.of(new Fill(7, "dip", "X", Side.BUY, 0, 60_000, 5, 100.25, 1, 0.05)))
                .isEqualTo(
                        "filled: BUY 5 X at 100.25 at 1970-01-01T00:00:00Z, order 7 (dip), commission 1, slippage 0.05");
        assertThat(InWords.of(new Rejection(7, "", 0, Rejection.Reason.ZERO_BID, "nobody bids")))
                .isEqualTo("order 7 rejected: ZERO_BID, nobody bids");
    }
}
