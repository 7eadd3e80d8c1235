package io.argus.replay.strategies;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.strategy.BarHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RealizedVolatilityTest {

    private static final long HALF_HOUR_MS = 1_800_000;
    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    /** Trade ended at 13:00 on the second. */
    private static final List<LocalDate> SESSIONS =
            List.of(LocalDate.of(2015, 11, 25), LocalDate.of(2015, 11, 27), LocalDate.of(2015, 11, 30));

    private static final double[] CLOSES = {100, 103, 101};

    @Test
    void barsBeforeAndAfterTheSessionAreNoReturnsOfTheirOwn() {
        RealizedVolatility volatility = new RealizedVolatility(2);
        volatility.follow(newestFirst(extendedHours()), NYSE);

        double first = Math.log(CLOSES[1] / CLOSES[0]);
        double second = Math.log(CLOSES[2] / CLOSES[1]);
        double expected = Math.sqrt(252 * (first * first + second * second) / 2);
        assertThat(volatility.annualized(NYSE).orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aSessionWhoseLastBarIsMissingClosesWithTheOneBefore() {
        List<double[]> bars = extendedHours();
        long missing = NYSE.closeMs(SESSIONS.get(1));
        bars.removeIf(bar -> bar[1] == missing);
        double close = bars.stream()
                .filter(bar -> bar[1] == missing - HALF_HOUR_MS)
                .findFirst()
                .orElseThrow()[2];
        long reopened = NYSE.openMs(SESSIONS.get(2));
        RealizedVolatility volatility = new RealizedVolatility(1);

        List<double[]> before = bars.stream().filter(bar -> bar[1] <= missing).toList();
        volatility.follow(newestFirst(before), NYSE);
        assertThat(volatility.annualized(NYSE)).as("a last bar may still come").isEmpty();

        volatility.follow(
                newestFirst(bars.stream().filter(bar -> bar[1] <= reopened).toList()), NYSE);
        double squared = Math.pow(Math.log(close / CLOSES[0]), 2);
        assertThat(volatility.annualized(NYSE).orElseThrow()).isCloseTo(Math.sqrt(252 * squared), within(1e-12));
    }

    @Test
    void aSessionWithoutBarsIsNone() {
        List<double[]> bars = extendedHours();
        bars.removeIf(bar -> bar[0] >= NYSE.openMs(SESSIONS.get(1)) && bar[1] <= NYSE.closeMs(SESSIONS.get(1)));
        RealizedVolatility volatility = new RealizedVolatility(1);
        volatility.follow(newestFirst(bars), NYSE);
        double squared = Math.pow(Math.log(CLOSES[2] / CLOSES[0]), 2);
        assertThat(volatility.annualized(NYSE).orElseThrow()).isCloseTo(Math.sqrt(252 * squared), within(1e-12));
    }

    @Test
    void aBarLongerThanASessionEndsOne() {
        List<double[]> weeks = new ArrayList<>();
        for (int i = 0; i < CLOSES.length; i++) {
            long open = NYSE.openMs(SESSIONS.get(0).minusWeeks(CLOSES.length - i));
            weeks.add(new double[] {open, open + 5 * 86_400_000.0, CLOSES[i]});
        }
        RealizedVolatility volatility = new RealizedVolatility(2);
        volatility.follow(newestFirst(weeks), NYSE);
        assertThat(volatility.annualized(NYSE)).isPresent();
    }

    /** Half hours from two hours before each open to two hours after each close, at other prices outside the session. */
    private static List<double[]> extendedHours() {
        List<double[]> bars = new ArrayList<>();
        for (int day = 0; day < SESSIONS.size(); day++) {
            long close = NYSE.closeMs(SESSIONS.get(day));
            long start = NYSE.openMs(SESSIONS.get(day)) - 4 * HALF_HOUR_MS;
            for (long open = start; open < close + 4 * HALF_HOUR_MS; open += HALF_HOUR_MS) {
                double price = open + HALF_HOUR_MS == close ? CLOSES[day] : 90 + bars.size() % 7;
                bars.add(new double[] {open, open + HALF_HOUR_MS, price});
            }
        }
        return bars;
    }

    private static BarHistory newestFirst(List<double[]> bars) {
        return new BarHistory() {
            @Override
            public int size() {
                return bars.size();
            }

            @Override
            public long openTimeMs(int ago) {
                return (long) at(ago)[0];
            }

            @Override
            public long closeTimeMs(int ago) {
                return (long) at(ago)[1];
            }

            @Override
            public double open(int ago) {
                return close(ago);
            }

            @Override
            public double high(int ago) {
                return close(ago);
            }

            @Override
            public double low(int ago) {
                return close(ago);
            }

            @Override
            public double close(int ago) {
                return at(ago)[2];
            }

            @Override
            public double volume(int ago) {
                return 1;
            }

            private double[] at(int ago) {
                return bars.get(bars.size() - 1 - ago);
            }
        };
    }
}
