package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.stream.ChannelName.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChannelNameTest {

    @ParameterizedTest
    @CsvSource({
        "book.BTC-PERPETUAL.100ms, BOOK, BTC-PERPETUAL",
        "book.BTC-PERPETUAL.none.20.100ms, BOOK, BTC-PERPETUAL",
        "trades.XRP_USDC-3JUN22-0d625-C.raw, TRADES, XRP_USDC-3JUN22-0d625-C",
        "ticker.ETH-PERPETUAL.agg2, TICKER, ETH-PERPETUAL",
        "chart.trades.BTC-PERPETUAL.1, BARS, BTC-PERPETUAL"
    })
    void channelsOfInstrumentsAreUnderstood(String text, Kind kind, String instrument) {
        assertThat(ChannelName.parse(text)).isEqualTo(new ChannelName(text, kind, instrument));
    }

    @Test
    void barsSayHowLongTheyAre() {
        assertThat(ChannelName.parse("chart.trades.X.60").barDuration()).isEqualTo(Duration.ofHours(1));
        assertThat(ChannelName.parse("chart.trades.X.1D").barDuration()).isEqualTo(Duration.ofDays(1));
    }

    /** Among them trades of a whole currency, whose sequences are those of many instruments. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "book", "book.X", "trades.option.BTC.100ms", "chart.trades.X.fast", "deribit_price_index.btc"
            })
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> ChannelName.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
