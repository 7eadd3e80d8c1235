package io.argus.domain.pack;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackUnionTest {

    private static final Instrument COIN = Instrument.spot("BTC", TradingCalendar.roundTheClock());

    /** Sources whose receipts are told to the second have many such. */
    @Test
    void snapshotsReceivedAtOnceAreAllKept() {
        Pack pack = pack(chains().snapshot(1000, 950, 101, Double.NaN)
                .snapshot(1000, 900, 100, Double.NaN)
                .snapshot(2000, 1900, 102, Double.NaN)
                .build());
        assertThat(PackUnion.of(List.of(pack))).isEqualTo(pack);
        assertThat(PackUnion.of(List.of(pack, pack))).isEqualTo(pack);
    }

    @Test
    void whatOverlapsIsThereOnceAndTheFirstIsBelieved() {
        Pack first = pack(chains().snapshot(1000, 900, 100, Double.NaN)
                .snapshot(2000, 1900, 101, Double.NaN)
                .build());
        Pack second = pack(chains().snapshot(2000, 1900, 555, Double.NaN)
                .snapshot(2000, 1950, 102, Double.NaN)
                .snapshot(3000, 2900, 103, Double.NaN)
                .build());
        ChainSeries found = PackUnion.of(List.of(first, second)).chains().get(0);
        assertThat(found)
                .isEqualTo(chains().snapshot(1000, 900, 100, Double.NaN)
                        .snapshot(2000, 1900, 101, Double.NaN)
                        .snapshot(2000, 1950, 102, Double.NaN)
                        .snapshot(3000, 2900, 103, Double.NaN)
                        .build());
    }

    @Test
    void barsOfTwoLengthsDoNotGoTogether() {
        assertThatThrownBy(() -> PackUnion.of(List.of(bars(0, 3_600_000), bars(7_200_000, 60_000))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bars of BTC are of 3600000 ms and of 60000 ms");
        assertThat(PackUnion.of(List.of(bars(0, 60_000), bars(60_000, 60_000)))
                        .bars()
                        .get(0)
                        .size())
                .isEqualTo(2);
    }

    private static ChainSeries.Builder chains() {
        return ChainSeries.builder("BTC", "deribit");
    }

    private static Pack pack(ChainSeries chains) {
        return Pack.builder().instrument(COIN).chains(List.of(chains)).build();
    }

    private static Pack bars(long fromMs, long durationMs) {
        BarSeries one = BarSeries.builder("BTC", durationMs)
                .add(fromMs, fromMs + durationMs, 1, 2, 1, 2, 1)
                .build();
        return Pack.ofBars(List.of(COIN), List.of(one));
    }
}
