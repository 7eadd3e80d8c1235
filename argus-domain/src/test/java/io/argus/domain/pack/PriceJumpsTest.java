package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PriceJumpsTest {

    private static final long DAY_MS = 86_400_000;

    @Test
    void movesBeyondFourTenthsAreFoundUpAndDown() {
        assertThat(PriceJumps.unexplained(bars(100, 139, 84, 140, 83), List.of()))
                .containsExactly(3, 4);
        assertThat(PriceJumps.unexplained(bars(), List.of())).isEmpty();
    }

    @Test
    void splitsAndDividendsExplainTheirPart() {
        assertThat(PriceJumps.unexplained(bars(100, 25, 24), List.of(action(1, 4, 0))))
                .isEmpty();
        assertThat(PriceJumps.unexplained(bars(100, 50), List.of(action(1, 1, 45))))
                .isEmpty();
        // A dividend before the split is of old units.
        assertThat(PriceJumps.unexplained(bars(100, 20), List.of(action(1, 1, 20), action(1, 4, 0))))
                .isEmpty();
    }

    @Test
    void aSplitThatThePricesDoNotShowIsOne() {
        assertThat(PriceJumps.unexplained(bars(100, 101, 102), List.of(action(1, 4, 0))))
                .containsExactly(1);
    }

    @Test
    void aSplitOfSomethingElseOrAtAnotherTimeExplainsNothing() {
        CorporateAction other = new CorporateAction("MSFT", DAY_MS, 4, 0);
        assertThat(PriceJumps.unexplained(bars(100, 25, 25), List.of(other))).containsExactly(1);
        assertThat(PriceJumps.unexplained(bars(100, 25, 25), List.of(action(2, 4, 0))))
                .containsExactly(1, 2);
        // Whoever comes with the first bar had nothing before it.
        assertThat(PriceJumps.unexplained(bars(100, 101), List.of(action(0, 4, 0))))
                .isEmpty();
    }

    private static CorporateAction action(int day, double split, double dividend) {
        return new CorporateAction("AAPL", day * DAY_MS, split, dividend);
    }

    private static BarSeries bars(double... closes) {
        BarSeries.Builder bars = BarSeries.builder("AAPL", DAY_MS);
        for (int i = 0; i < closes.length; i++) {
            bars.add(i * DAY_MS, (i + 1) * DAY_MS, closes[i], closes[i], closes[i], closes[i], 1);
        }
        return bars.build();
    }
}
