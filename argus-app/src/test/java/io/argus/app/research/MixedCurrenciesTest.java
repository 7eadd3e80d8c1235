package io.argus.app.research;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MixedCurrenciesTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.roundTheClock();

    @Test
    void moneyOfTwoCurrenciesIsToldOf() {
        assertThat(MixedCurrencies.warning(pack(spot("DAX", "EUR"), spot("SPX", "USD"))))
                .hasValueSatisfying(warning -> assertThat(warning).startsWith("the pack is quoted in EUR and USD, "));
    }

    @Test
    void coinsHeldToBeWorthADollarAreNoCurrencyOfTheirOwn() {
        assertThat(MixedCurrencies.warning(
                        pack(spot("BTC-USDC", "USDC"), spot("ETH-USDT", "USDT"), spot("SPX", "USD"))))
                .isEmpty();
    }

    @Test
    void optionsThatPayInTheirCoinAreValuedAtItsPrice() {
        assertThat(MixedCurrencies.warning(pack(
                        spot("BTC", "USD"),
                        new Instrument(
                                "BTC",
                                new ContractSpec(
                                        ContractSpec.Kind.OPTION,
                                        ContractSpec.Payoff.INVERSE,
                                        1,
                                        0.1,
                                        List.of(),
                                        "BTC",
                                        "BTC"),
                                CALENDAR,
                                FeeSchedule.NONE))))
                .isEmpty();
    }

    private static Instrument spot(String symbol, String currency) {
        return new Instrument(symbol, ContractSpec.spot(currency), CALENDAR, FeeSchedule.NONE);
    }

    private static Pack pack(Instrument... instruments) {
        return Pack.builder().instruments(List.of(instruments)).build();
    }
}
