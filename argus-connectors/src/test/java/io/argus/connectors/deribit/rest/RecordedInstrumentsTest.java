package io.argus.connectors.deribit.rest;

import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.research.port.InstrumentSource.Listed;
import io.argus.research.port.InstrumentSource.Listing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Recorded answers load completely. */
@Tag("recorded")
class RecordedInstrumentsTest {

    @ParameterizedTest
    @CsvSource({
        "public_get_instruments.json, 4",
        "public_get_instruments_BTC.json, 398",
        "public_get_instruments_SOL.json, 177",
        "public_get_instruments_USDC.json, 16"
    })
    void everyRowIsUnderstood(String file, int rows) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("argus.recorded"), "deribit", file));
        Listing listing = DeribitInstrumentSource.listing(
                Answers.result("public/get_instruments", Answers.parse("public/get_instruments", text)));

        assertThat(listing.skipped()).isEmpty();
        assertThat(listing.instruments()).hasSize(rows).allSatisfy(this::isSound);
    }

    private void isSound(Listed listed) {
        String symbol = listed.instrument().symbol();
        InstrumentName name = InstrumentName.find(symbol).orElseThrow();
        assertThat(name).hasToString(symbol);
        assertThat(listed.option().isPresent()).isEqualTo(name instanceof InstrumentName.Option);
        listed.option().ifPresent(contract -> {
            InstrumentName.Option option = (InstrumentName.Option) name;
            assertThat(contract.strike()).isEqualTo(option.strike().doubleValue());
            assertThat(contract.right()).isEqualTo(option.right());
            assertThat(Instant.ofEpochMilli(contract.expiryMs()))
                    .isEqualTo(option.expiry().atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
        });
        boolean linear = symbol.contains("_USDC-") || listed.instrument().spec().kind() == Kind.SPOT;
        assertThat(listed.instrument().spec().payoff()).isEqualTo(linear ? Payoff.LINEAR : Payoff.INVERSE);
    }
}
