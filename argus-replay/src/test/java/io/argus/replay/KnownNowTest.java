package io.argus.replay;

import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.replay.outcome.OutcomeEngine;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a strategy is shown, and where it ends: at what is known, on either side. */
class KnownNowTest {

    @Test
    void barsAreThoseThatHaveClosedAndNoOthers() {
        HandMadeMarket market = HandMadeMarket.hourly("AAA")
                .bar(10, 12, 9, 11, 5)
                .bar(11, 14, 10, 13, 6)
                .flat(20);
        at(2, HandMadeMarket.pack(market), view -> {
            BarHistory bars = view.bars("AAA");
            assertThat(bars.size()).isEqualTo(2);
            assertThat(bars.open(0)).isEqualTo(11);
            assertThat(bars.high(0)).isEqualTo(14);
            assertThat(bars.low(1)).isEqualTo(9);
            assertThat(bars.close(1)).isEqualTo(11);
            assertThat(bars.volume(1)).isEqualTo(5);
            assertThat(bars.openTimeMs(0)).isEqualTo(HandMadeMarket.START_MS + HOUR_MS);
            assertThat(bars.closeTimeMs(0)).isEqualTo(view.nowMs());
            for (IntToDoubleFunction column : List.<IntToDoubleFunction>of(
                    bars::open,
                    bars::high,
                    bars::low,
                    bars::close,
                    bars::volume,
                    bars::openTimeMs,
                    bars::closeTimeMs)) {
                assertThatThrownBy(() -> column.applyAsDouble(-1))
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessage("bar 1 ahead is not known yet");
                assertThatThrownBy(() -> column.applyAsDouble(2))
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessage("only 2 bars are known, not 3");
            }
        });
    }

    @Test
    void outcomesAreThoseWhoseWindowsHaveEnded() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(110).flat(121).flat(100);
        Pack pack = HandMadeMarket.pack(market).toBuilder()
                .outcomes(List.of(new OutcomeEngine(TradingCalendar.roundTheClock(), 0).compute(market.bars(), 3600)))
                .build();
        at(3, pack, view -> {
            OutcomeHistory outcomes = view.outcomes("AAA", 3600);
            assertThat(outcomes.size()).isEqualTo(2);
            assertThat(outcomes.forwardReturn(0)).isEqualTo(0.1);
            assertThat(outcomes.windowEndMs(0)).isEqualTo(view.nowMs());
            assertThat(outcomes.outcome(1).closeNow()).isEqualTo(100);
            assertThatThrownBy(() -> outcomes.forwardReturn(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> outcomes.outcome(2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThat(view.outcomes("AAA", 7200).size()).isZero();
            assertThatThrownBy(() -> view.outcomes("AAA", 7200).forwardReturn(0))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        });
    }

    @Test
    void anAccountHoldsNothingOfWhatItNeverTradedAndThePackMustHaveIt() {
        OptionMarket market =
                OptionMarket.listed().snapshot(100).put(95, 2.0, 2.2).snapshot(100);
        at(2, market.pack(), view -> {
            assertThat(view.cash()).isEqualTo(10_000);
            assertThat(view.holding("SPX")).isZero();
            assertThat(view.holding(OptionMarket.put(95))).isZero();
            assertThat(view.session("SPX")).isEqualTo(Session.ASIA);
            assertThatThrownBy(() -> view.holding("GOLD")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> view.bars("GOLD")).isInstanceOf(IllegalArgumentException.class);
        });
    }

    /** Looks at the market at the strategy's given call. */
    private static void at(int call, Pack pack, Consumer<MarketView> look) {
        Scripted strategy = new Scripted().at(call, view -> {
            look.accept(view);
            return List.of();
        });
        ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.calls()).isGreaterThanOrEqualTo(call);
    }
}
