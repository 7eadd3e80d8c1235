package io.argus.replay;

import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A run is judged on the days on which there are data of what it trades. */
class OwnDaysTest {

    private static final HandMadeMarket LONG = sessions("AAA", 0, 10);
    private static final HandMadeMarket SHORT = sessions("BBB", 3, 4);
    private static final Pack PACK = HandMadeMarket.pack(LONG, SHORT);
    private static final ReplayHarness HARNESS = ReplayHarness.on(PACK);
    private static final DailyReturns ALL =
            HARNESS.run(new Scripted(), HandMadeMarket.settings()).dailyReturns();

    @Test
    void daysOutsideItsDataAreNoneOfItsOwn() {
        assertThat(ALL.size()).isEqualTo(10);
        assertThat(HARNESS.within(ALL, Set.of("BBB")).dates())
                .isEqualTo(ALL.dates().subList(3, 7));
    }

    @Test
    void ofSeveralInstrumentsTheDaysOfAnyCount() {
        assertThat(HARNESS.within(ALL, Set.of("AAA", "BBB"))).isEqualTo(ALL);
        assertThat(HARNESS.within(ALL, Set.of("AAA"))).isEqualTo(ALL);
    }

    private static HandMadeMarket sessions(String symbol, int first, int count) {
        HandMadeMarket market = HandMadeMarket.sessions(symbol).pause(first);
        for (int i = 0; i < count; i++) {
            market.flat(100);
        }
        return market;
    }
}
