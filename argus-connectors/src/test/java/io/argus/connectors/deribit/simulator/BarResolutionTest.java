package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** The exchange has the bars that Deribit has, whatever it is asked for. */
class BarResolutionTest {

    private final Faults faults = new Faults();
    private final Exchange exchange =
            new Exchange(new WaveMarket(), new SimulatedTime("2026-11-24T12:00:00Z"), CreditShare.ALL, faults);
    private final SubscribedChannels channels = new SubscribedChannels(
            exchange,
            new Outgoing(
                    () -> {
                        throw new AssertionError("nothing is sent");
                    },
                    faults));

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "5", "10", "15", "30", "60", "120", "180", "360", "720", "1D"})
    void everyLengthOfDeribitsIsThere(String resolution) {
        assertThat(chart(resolution).path("status").asText()).isEqualTo("ok");
        assertThat(subscribed(resolution)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "2", "999", "-1", "7.5", "1d", "minute", "99999999999", ""})
    void noOtherIs(String resolution) {
        assertThatThrownBy(() -> chart(resolution))
                .asInstanceOf(type(RpcFailure.class))
                .extracting(RpcFailure::code)
                .isEqualTo(-32602);
        assertThat(subscribed(resolution)).isEmpty();
    }

    private JsonNode chart(String resolution) {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("instrument_name", "BTC-PERPETUAL")
                .put("start_timestamp", exchange.nowMs() - 2 * 86_400_000L)
                .put("end_timestamp", exchange.nowMs())
                .put("resolution", resolution);
        return exchange.call("public/get_tradingview_chart_data", parameters);
    }

    private JsonNode subscribed(String resolution) {
        return channels.subscribe(
                JsonNodeFactory.instance.arrayNode().add("chart.trades.BTC-PERPETUAL." + resolution), false);
    }
}
