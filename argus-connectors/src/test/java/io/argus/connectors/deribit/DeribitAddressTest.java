package io.argus.connectors.deribit;

import io.argus.domain.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeribitAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.deribit.com, https://www.deribit.com/api/v2, wss://www.deribit.com/ws/api/v2",
        "https://www.deribit.com/, https://www.deribit.com/api/v2, wss://www.deribit.com/ws/api/v2",
        "https://test.deribit.com/api/v2, https://test.deribit.com/api/v2, wss://test.deribit.com/ws/api/v2",
        "http://127.0.0.1:8090, http://127.0.0.1:8090/api/v2, ws://127.0.0.1:8090/ws/api/v2",
        "http://[::1]:65535, http://[::1]:65535/api/v2, ws://[::1]:65535/ws/api/v2"
    })
    void thePathsOfBothEndpointsAreAdded(String base, String http, String webSocket) {
        DeribitAddress address = DeribitAddress.of(base);

        assertThat(address.http()).hasToString(http);
        assertThat(address.webSocket()).hasToString(webSocket);
    }

    @Test
    void onlyThisMachineIsNotReal() {
        assertThat(DeribitAddress.of(DeribitAddress.PRODUCTION).real()).isTrue();
        assertThat(DeribitAddress.of("http://127.0.0.1:1").real()).isFalse();
        assertThat(DeribitAddress.of("http://localhost").real()).isFalse();
        assertThat(DeribitAddress.of("http://[::1]").real()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "www.deribit.com",
                "ftp://www.deribit.com",
                "https://",
                "https://www.deribit.com/other",
                "https://www.deribit.com?a=b",
                "https://www.deribit.com#a",
                "https://www deribit.com",
                "http://127.0.0.1:0",
                "http://127.0.0.1:65536",
                "http://127.0.0.1:99999"
            })
    void whatIsNoAddressIsRefused(String base) {
        assertThatThrownBy(() -> DeribitAddress.of(base))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--base-url: expected http(s)://host[:port], not \"" + base + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:secret@www.deribit.com, https://...@www.deribit.com",
        "me:secret@www.deribit.com, ...@www.deribit.com",
        "https://me:sec@ret@www.deribit.com/api/v2, https://...@www.deribit.com/api/v2"
    })
    void whoAsksIsNoPartOfAnAddressAndIsNotShown(String base, String shown) {
        assertThatThrownBy(() -> DeribitAddress.of(base))
                .isInstanceOf(ConfigException.class)
                .hasMessage("--base-url: expected http(s)://host[:port], not \"" + shown + "\"");
    }
}
