package io.argus.connectors.deribit;

import io.argus.connectors.deribit.InstrumentName.Future;
import io.argus.connectors.deribit.InstrumentName.FutureCombo;
import io.argus.connectors.deribit.InstrumentName.Option;
import io.argus.connectors.deribit.InstrumentName.OptionCombo;
import io.argus.connectors.deribit.InstrumentName.Perpetual;
import io.argus.connectors.deribit.InstrumentName.Spot;
import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InstrumentNameTest {

    private static final LocalDate JUNE = LocalDate.of(2022, 6, 3);

    static List<InstrumentName> everyKind() {
        return List.of(
                new Spot("BTC", "USDC"),
                new Perpetual("BTC"),
                new Perpetual("SOL_USDC"),
                new Perpetual("1INCH_USDC"),
                new Future("ETH", JUNE),
                new Option("BTC", LocalDate.of(2021, 12, 31), new BigDecimal(300000), Right.CALL),
                new Option("XRP_USDC", JUNE, new BigDecimal("0.625"), Right.PUT),
                new FutureCombo("BTC", JUNE, Optional.empty()),
                new FutureCombo("BTC", JUNE, Optional.of(JUNE.plusWeeks(1))),
                new OptionCombo("BTC", "CS", List.of(JUNE), List.of(new BigDecimal(30000), new BigDecimal(40000))),
                new OptionCombo("BTC", "CCAL", List.of(JUNE, JUNE.plusWeeks(1)), List.of(new BigDecimal(30000))),
                new OptionCombo("ETH", "STRD", List.of(JUNE), List.of()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aNameIsReadBackAsItWasWritten(InstrumentName name) {
        assertThat(InstrumentName.find(name.toString())).contains(name);
    }

    @Test
    void namesAreWrittenAsDeribitWritesThem() {
        assertThat(everyKind().stream().map(InstrumentName::toString))
                .containsExactly(
                        "BTC_USDC",
                        "BTC-PERPETUAL",
                        "SOL_USDC-PERPETUAL",
                        "1INCH_USDC-PERPETUAL",
                        "ETH-3JUN22",
                        "BTC-31DEC21-300000-C",
                        "XRP_USDC-3JUN22-0d625-P",
                        "BTC-FS-3JUN22_PERP",
                        "BTC-FS-3JUN22_10JUN22",
                        "BTC-CS-3JUN22-30000_40000",
                        "BTC-CCAL-3JUN22_10JUN22-30000",
                        "ETH-STRD-3JUN22");
    }

    @Test
    void namesAreWrittenInTheSameDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            assertThat(new Future("ETH", JUNE)).hasToString("ETH-3JUN22");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BTC",
                "btc-perpetual",
                "BTC-03JUN22",
                "BTC-3Jun22",
                "BTC-31FEB22",
                "BTC-0JUN22",
                "BTC-32JAN22",
                "BTC-3JUN2022",
                "BTC-3JUN22-40000",
                "BTC-3JUN22-40000-X",
                "BTC-3JUN22-40.5-C",
                "BTC-3JUN22-d5-C",
                "BTC-3JUN22-5d-C",
                "BTC-3JUN22-40000-C ",
                "A_B_C-PERPETUAL",
                "BTC-FS-3JUN22",
                "BTC-CS-3JUN22-",
                "BTC-PERPETUAL-X"
            })
    void whatIsNoNameIsNotTakenForOne(String name) {
        assertThat(InstrumentName.find(name)).isEmpty();
    }
}
