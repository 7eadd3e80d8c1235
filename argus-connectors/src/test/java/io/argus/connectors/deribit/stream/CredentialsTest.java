package io.argus.connectors.deribit.stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialsTest {

    /** The check value of Deribit's documentation of {@code public/auth}. */
    @Test
    void signsAsDeribitDoes() {
        Credentials credentials = new Credentials("AMANDA", "AMANDASECRECT".toCharArray());

        assertThat(credentials.signature(1_576_074_319_000L, "1iqt2wls", ""))
                .isEqualTo("56590594f97921b09b18f166befe0d1319b198bbcdad7ca73382de2f88fe9aa1");
    }

    @Test
    void theSecretDoesNotShow() {
        Credentials credentials = new Credentials("AMANDA", "AMANDASECRECT".toCharArray());

        assertThat(credentials.toString()).contains("AMANDA").doesNotContain("SECRECT");
        assertThatThrownBy(() -> new Credentials("AMANDA", new char[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
