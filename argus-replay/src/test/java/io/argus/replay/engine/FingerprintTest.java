package io.argus.replay.engine;

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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    private static final long NOW = 1_700_000_000_000L;
    private static final Order ORDER = Order.market("X", Side.BUY, Quantity.units(1));
    private static final Fill FILL = new Fill(1, "", "X", Side.BUY, NOW, NOW, 1, 100, 0.5, 0);
    private static final Rejection REJECTION = new Rejection(1, "", NOW, Rejection.Reason.NO_QUOTE, "none");

    @Test
    void isTheSameOnEveryMachine() {
        assertThat(of(course -> {
                    course.equity(10_000);
                    course.decided(NOW, spread());
                    course.filled(FILL);
                    course.rejected(REJECTION);
                    course.settled("SPX-20240119T2100-4500-P", NOW, 12.5);
                }))
                .isEqualTo("1b4b3bb38b4a663b");
    }

    @Test
    void everyPartOfAnOrderCounts() {
        List<Order> orders = List.of(
                ORDER,
                ORDER.tagged("a"),
                ORDER.tagged("ab"),
                ORDER.closing(0),
                ORDER.closing(1),
                Order.market("X", Side.SELL, Quantity.units(1)),
                Order.market("Y", Side.BUY, Quantity.units(1)),
                Order.market("X", Side.BUY, Quantity.units(2)),
                Order.market("X", Side.BUY, Quantity.fractionOfEquity(1)),
                Order.market("X", Side.SELL, Quantity.fractionOfEquity(1)),
                Order.market("X", Side.BUY, Quantity.all()),
                Order.market("X", Side.SELL, Quantity.all()),
                Order.single("X", Side.BUY, Quantity.units(1), Execution.marketOnOpen()),
                Order.single("X", Side.BUY, Quantity.units(1), Execution.marketOnClose()),
                Order.single("X", Side.BUY, Quantity.units(1), Execution.limit(100)),
                Order.single("X", Side.BUY, Quantity.units(1), Execution.limit(101)),
                Order.single("X", Side.BUY, Quantity.units(1), new Execution.Limit(100, OptionalLong.of(1))),
                Order.single("X", Side.BUY, Quantity.units(1), Execution.stop(100)),
                Order.single("X", Side.BUY, Quantity.units(1), new Execution.Stop(100, OptionalLong.of(1))),
                ORDER.protectedBy(new Protection(OptionalDouble.of(90), OptionalDouble.empty())),
                ORDER.protectedBy(new Protection(OptionalDouble.empty(), OptionalDouble.of(90))),
                spread());

        assertThat(orders.stream().map(order -> of(course -> course.decided(NOW, order))))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfEventCounts() {
        Stream<Consumer<Fingerprint>> courses = Stream.of(
                course -> {},
                course -> course.equity(10_000),
                course -> course.equity(Math.nextUp(10_000.0)),
                course -> course.decided(NOW, ORDER),
                course -> course.decided(NOW + 1, ORDER),
                course -> course.filled(FILL),
                course -> course.filled(new Fill(1, "", "Y", Side.BUY, NOW, NOW, 1, 100, 0.5, 0)),
                course -> course.filled(new Fill(1, "", "X", Side.SELL, NOW, NOW, 1, 100, 0.5, 0)),
                course -> course.filled(new Fill(1, "", "X", Side.BUY, NOW, NOW, 1, 101, 0.5, 0)),
                course -> course.filled(new Fill(1, "", "X", Side.BUY, NOW, NOW, 1, 100, 0.6, 0)),
                course -> course.rejected(REJECTION),
                course -> course.rejected(new Rejection(1, "", NOW, Rejection.Reason.EXPIRED, "none")),
                course -> course.settled("X", NOW, 1),
                course -> course.settled("Y", NOW, 1),
                course -> course.settled("X", NOW, 2));

        assertThat(courses.map(FingerprintTest::of)).doesNotHaveDuplicates();
    }

    @Test
    void oneEventIsNotTwoOthers() {
        assertThat(of(course -> course.settled("NO_QUOTE", NOW, 12.5))).isNotEqualTo(of(course -> {
            course.rejected(REJECTION);
            course.equity(12.5);
        }));
    }

    /** As their lengths go in, a letter cannot move from one text to the next unseen. */
    @Test
    void textsDoNotRunIntoEachOther() {
        Order early = Order.market("bc", Side.BUY, Quantity.all()).tagged("a");
        Order late = Order.market("c", Side.BUY, Quantity.all()).tagged("ab");

        assertThat(of(course -> course.decided(NOW, early))).isNotEqualTo(of(course -> course.decided(NOW, late)));
    }

    private static Order spread() {
        return new Order(
                "spread",
                List.of(
                        new Leg("SPX-20240119T2100-4500-P", Side.SELL, Quantity.units(2)),
                        new Leg("SPX-20240119T2100-4400-P", Side.BUY, Quantity.units(2))),
                new Execution.Limit(1.5, OptionalLong.of(60_000)),
                OptionalLong.of(7),
                Protection.none());
    }

    private static String of(Consumer<Fingerprint> course) {
        Fingerprint fingerprint = new Fingerprint();
        course.accept(fingerprint);
        return fingerprint.hex();
    }
}
