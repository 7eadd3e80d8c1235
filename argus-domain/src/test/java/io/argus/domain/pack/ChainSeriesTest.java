package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChainSeriesTest {

    private static final double NONE = Double.NaN;

    @Test
    void aContractOfManySnapshotsIsMadeAndNamedOnce() {
        ChainSeries series = ChainSeries.builder("SPX", "vendor")
                .snapshot(1_000, 900, NONE, NONE)
                .quote(Right.PUT, 95, 9_000, 1, 2, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
                .snapshot(2_000, 1_900, NONE, NONE)
                .quote(Right.PUT, 90, 9_000, 1, 2, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
                .quote(Right.PUT, 95, 9_000, 1, 2, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
                .build();

        assertThat(series.chain(1).contract(1)).isSameAs(series.chain(0).contract(0));
        assertThat(series.chain(1).symbol(1)).isSameAs(series.chain(0).symbol(0));
    }

    @Test
    void aSnapshotIsAViewOfItsRows() {
        ChainSeries series = ChainSeries.builder("SPX", "vendor")
                .snapshot(1_000, 900, 100.5, 0.2, OptionalLong.of(9_000))
                .quote(Right.CALL, 100, 9_000, 2, 2.5, 10, 20, 0.21, 0.55, 0.01, -3, 12)
                .quote(Right.PUT, 95, 9_000, NONE, 1, NONE, 5, NONE, NONE, NONE, NONE, NONE)
                .snapshot(2_000, 1_950, NONE, NONE)
                .snapshot(3_000, 2_900, 101, NONE)
                .quote(Right.PUT, 95, 9_000, 0, 0.9, 0, 5, NONE, NONE, NONE, NONE, NONE)
                .build();

        assertThat(series.size()).isEqualTo(3);
        assertThat(series.quotes()).isEqualTo(3);

        OptionChain first = series.chain(0);
        assertThat(first.underlying()).isEqualTo("SPX");
        assertThat(first.provider()).isEqualTo("vendor");
        assertThat(first.receivedMs()).isEqualTo(1_000);
        assertThat(first.sourceMs()).isEqualTo(900);
        assertThat(first.underlyingPrice()).hasValue(100.5);
        assertThat(first.atTheMoneyVolatility()).hasValue(0.2);
        assertThat(first.atTheMoneyExpiryMs()).hasValue(9_000);
        assertThat(first.size()).isEqualTo(2);
        assertThat(first.right(0)).isEqualTo(Right.PUT);
        assertThat(first.bid(0)).isNaN();
        assertThat(first.ask(0)).isEqualTo(1);
        assertThat(first.impliedVolatility(0)).isEmpty();
        assertThat(first.right(1)).isEqualTo(Right.CALL);
        assertThat(first.strike(1)).isEqualTo(100);
        assertThat(first.expiryMs(1)).isEqualTo(9_000);
        assertThat(first.bidSize(1)).isEqualTo(10);
        assertThat(first.askSize(1)).isEqualTo(20);
        assertThat(first.impliedVolatility(1)).hasValue(0.21);
        assertThat(first.delta(1)).hasValue(0.55);
        assertThat(first.gamma(1)).hasValue(0.01);
        assertThat(first.theta(1)).hasValue(-3);
        assertThat(first.vega(1)).hasValue(12);

        OptionChain empty = series.chain(1);
        assertThat(empty.size()).isZero();
        assertThat(empty.underlyingPrice()).isEqualTo(OptionalDouble.empty());
        assertThat(empty.atTheMoneyExpiryMs()).isEmpty();
        assertThat(series.chain(2).bid(0)).isZero();
        assertThatThrownBy(() -> first.bid(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> series.chain(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aSnapshotIsKnownFromItsReceiptOn() {
        ChainSeries series = ChainSeries.builder("SPX", "vendor")
                .snapshot(1_000, 900, 100, NONE)
                .snapshot(1_000, 950, 100, NONE)
                .snapshot(2_000, 1_999, 100, NONE)
                .build();

        assertThat(series.knownAt(999)).isZero();
        assertThat(series.knownAt(1_000)).isEqualTo(2);
        assertThat(series.knownAt(1_999)).isEqualTo(2);
        assertThat(series.knownAt(2_000)).isEqualTo(3);
    }

    @Test
    void aContractIsFoundByWhatItIs() {
        ChainSeries series = ChainSeries.builder("SPX", "vendor")
                .snapshot(500, 500, 100, NONE)
                .quote(Right.PUT, 80, 9_000, 1, 2, 1, 1, NONE, NONE, NONE, NONE, NONE)
                .snapshot(1_000, 900, 100, NONE)
                .quote(Right.CALL, 100, 9_000, 1, 2, 1, 1, NONE, NONE, NONE, NONE, NONE)
                .quote(Right.PUT, 100, 9_000, 1, 2, 1, 1, NONE, NONE, NONE, NONE, NONE)
                .quote(Right.PUT, 90, 9_000, 1, 2, 1, 1, NONE, NONE, NONE, NONE, NONE)
                .quote(Right.PUT, 100, 5_000, 1, 2, 1, 1, NONE, NONE, NONE, NONE, NONE)
                .build();
        OptionChain chain = series.chain(1);

        assertThat(chain.findRow(Right.PUT, 100, 5_000)).hasValue(0);
        assertThat(chain.findRow(Right.PUT, 90, 9_000)).hasValue(1);
        assertThat(chain.findRow(Right.PUT, 100, 9_000)).hasValue(2);
        assertThat(chain.findRow(Right.CALL, 100, 9_000)).hasValue(3);
        assertThat(chain.findRow(Right.CALL, 90, 9_000)).isEqualTo(OptionalInt.empty());
        assertThat(chain.findRow(Right.PUT, 80, 9_000)).isEqualTo(OptionalInt.empty());
    }

    @Test
    void theOrderInWhichQuotesComeDoesNotMatter() {
        ChainSeries oneWay = ChainSeries.builder("SPX", "vendor")
                .snapshot(1_000, 900, 100, NONE)
                .quote(Right.CALL, 100, 9_000, 1, 2, 3, 4, 0.1, 0.2, 0.3, 0.4, 0.5)
                .quote(Right.PUT, 90, 9_000, 5, 6, 7, 8, NONE, NONE, NONE, NONE, NONE)
                .build();
        ChainSeries otherWay = ChainSeries.builder("SPX", "vendor")
                .snapshot(1_000, 900, 100, NONE)
                .quote(Right.PUT, 90, 9_000, 5, 6, 7, 8, NONE, NONE, NONE, NONE, NONE)
                .quote(Right.CALL, 100, 9_000, 1, 2, 3, 4, 0.1, 0.2, 0.3, 0.4, 0.5)
                .build();

        assertThat(oneWay).isEqualTo(otherWay);
        assertThat(ChainSeries.builder("SPX", "vendor").add(oneWay.chain(0)).build())
                .isEqualTo(oneWay);
    }

    @Test
    void whatCannotBeIsRefused() {
        ChainSeries.Builder series = ChainSeries.builder("SPX", "vendor").snapshot(10_000, 9_000, 100, NONE);

        assertThatThrownBy(() -> series.snapshot(9_999, 9_000, 100, NONE))
                .hasMessageContaining("order of their receipt");
        assertThatThrownBy(() -> series.snapshot(10_000, 9_000, 100, NONE)).hasMessageContaining("stands twice");
        assertThatThrownBy(() -> series.snapshot(20_000, 21_001, 100, NONE))
                .hasMessageContaining("1001 ms before it was sent");
        assertThatThrownBy(() -> series.snapshot(20_000, 19_000, 0, NONE)).hasMessageContaining("underlying price");
        assertThatThrownBy(() -> quote(series, 0, 1, 2)).hasMessageContaining("strike");
        assertThatThrownBy(() -> quote(series, 100, -1, 2)).hasMessageContaining("bid");
        assertThatThrownBy(() -> quote(series, 100, 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("ask");

        quote(quote(series, 100, 1, 2), 100, 1, 2);
        assertThatThrownBy(series::checkLast).hasMessageContaining("twice");
        assertThatThrownBy(series::build)
                .hasMessageContaining("the put at 100.0")
                .hasMessageContaining("twice");
    }

    private static ChainSeries.Builder quote(ChainSeries.Builder series, double strike, double bid, double ask) {
        return series.quote(Right.PUT, strike, 50_000, bid, ask, 1, 1, NONE, NONE, NONE, NONE, NONE);
    }
}
