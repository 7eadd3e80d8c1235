package io.argus.research.experiment;

import io.argus.domain.strategy.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripTest {

    @Test
    void legsThatOneOrderOpenedAndThatCloseTogetherAreOne() {
        List<RoundTrip> trips = RoundTrip.of(List.of(
                closed(1, "SOLD", 50, 80, 1, 10_000),
                closed(3, "OTHER", 50, 5, 1, 9_000),
                closed(1, "BOUGHT", 50, -30, 1, 9_999)));

        assertThat(trips).containsExactly(new RoundTrip(10, 50, 48, 10_000), new RoundTrip(10, 50, 4, 9_000));
        assertThat(trips.get(0).returnOnEquity()).isEqualTo(0.0048);
    }

    @Test
    void aSpreadIsOneAlsoWhenItsLegsEndApart() {
        List<RoundTrip> trips = RoundTrip.of(List.of(
                closed(1, "SOLD", 50, 80, 1, 10_000),
                closed(2, "OTHER", 60, 5, 1, 9_000),
                closed(1, "BOUGHT", 70, -30, 1, 10_000)));

        assertThat(trips).containsExactly(new RoundTrip(10, 60, 4, 9_000), new RoundTrip(10, 70, 48, 10_000));
    }

    @Test
    void partsThatCloseAtDifferentTimesAreApart() {
        List<RoundTrip> trips =
                RoundTrip.of(List.of(closed(1, "X", 50, 80, 0, 10_000), closed(1, "X", 60, -20, 0, 10_000)));

        assertThat(trips).extracting(RoundTrip::netPnl).containsExactly(80.0, -20.0);
    }

    private static ClosedTrade closed(
            long position, String symbol, long exit, double gross, double commission, double equity) {
        return new ClosedTrade(position, symbol, Side.SELL, 1, 10, 2, exit, 1, gross, commission, equity, "order");
    }
}
