package io.argus.domain.strategy;

import io.argus.domain.strategy.Rejection.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExplanationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.35 | 0.55 | bid 0.35, ask 0.55
                    3    | 2    | bid 3.0, ask 2.0
                    0    | 0.05 | nobody bids, ask 0.05
                    1    | NaN  | bid 1.0, nobody offers
                    0    | NaN  | nobody bids, nobody offers
                    """)
    void aQuoteIsToldByBothItsSides(double bid, double ask, String words) {
        Rejection rejection = new Rejection(1, "", 0, Reason.SPREAD_WIDE, new Explanation.Quoted(bid, ask));
        assertThat(rejection.detail()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "NaN, 2", "1, 0", "1, -1"})
    void pricesThatAreNoneAreNoQuote(double bid, double ask) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation.Quoted(bid, ask))
                .withMessageContaining("ask " + ask);
    }
}
