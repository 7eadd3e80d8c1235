package io.argus.connectors.deribit.rest;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.research.port.InstrumentSource.Listed;
import io.argus.research.port.InstrumentSource.Listing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeribitInstrumentSourceTest {

    private final Answering exchange = new Answering();
    private Listing listing = new Listing(List.of(), List.of());

    @BeforeEach
    void list() {
        exchange.body(200, Answering.fixture("instruments.json"));
        listing = new DeribitInstrumentSource(exchange.rest).list("BTC");
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @Test
    void asksForTheCurrencyAndGivesEverythingInOrder() throws InterruptedException {
        assertThat(exchange.asked().get(0).queryParameter("currency")).isEqualTo("BTC");
        assertThat(listing.instruments().stream().map(each -> each.instrument().symbol()))
                .containsExactly(
                        "BTC-25DEC26",
                        "BTC-26MAR27-52000-P",
                        "BTC-4DEC26-90000-C",
                        "BTC-PERPETUAL",
                        "BTC_USDC",
                        "SOL_USDC-PERPETUAL",
                        "XRP_USDC-4DEC26-0d625-C");
    }

    @Test
    void whatIsNotUnderstoodIsToldAndLeftOut() {
        assertThat(listing.skipped())
                .hasSize(3)
                .anySatisfy(reason -> assertThat(reason).startsWith("BTC-FS-25DEC26_PERP: the kind future_combo"))
                .anySatisfy(reason -> assertThat(reason).startsWith("BTC-NEW~THING: a name of unknown form"))
                .anySatisfy(
                        reason -> assertThat(reason).startsWith("BTC-26MAR27: ").contains("\"base_currency\""));
    }

    @Test
    void anInverseOptionIsQuotedAndSettledInTheCoin() {
        Listed option = find("BTC-4DEC26-90000-C");
        ContractSpec spec = option.instrument().spec();

        assertThat(spec.kind()).isEqualTo(Kind.OPTION);
        assertThat(spec.payoff()).isEqualTo(Payoff.INVERSE);
        assertThat(spec.quoteCurrency()).isEqualTo("BTC");
        assertThat(spec.settlementCurrency()).isEqualTo("BTC");
        assertThat(spec.multiplier()).isEqualTo(1);
        assertThat(spec.lotSize()).isEqualTo(0.1);
        assertThat(spec.tickSizes()).containsExactly(new TickSize(0, 0.0001), new TickSize(0.005, 0.0005));
        assertThat(option.instrument().fees()).isEqualTo(FeeSchedule.DERIBIT_OPTIONS);
        assertThat(option.option())
                .contains(new OptionContract(
                        "BTC-PERPETUAL",
                        Right.CALL,
                        90000,
                        Instant.parse("2026-12-04T08:00:00Z").toEpochMilli()));
        assertThat(option.active()).isTrue();
    }

    /** Answers of 2021 do not say that they are inverse. */
    @Test
    void olderAnswersMeanTheSame() {
        ContractSpec spec = find("BTC-26MAR27-52000-P").instrument().spec();

        assertThat(spec.payoff()).isEqualTo(Payoff.INVERSE);
        assertThat(spec.settlementCurrency()).isEqualTo("BTC");
        assertThat(spec.tickSizes()).containsExactly(new TickSize(0, 0.0005));
    }

    @Test
    void aLinearOptionIsOneOfItsContractSize() {
        Listed option = find("XRP_USDC-4DEC26-0d625-C");
        ContractSpec spec = option.instrument().spec();

        assertThat(spec.payoff()).isEqualTo(Payoff.LINEAR);
        assertThat(spec.multiplier()).isEqualTo(1000);
        assertThat(spec.lotSize()).isEqualTo(1);
        assertThat(spec.settlementCurrency()).isEqualTo("USDC");
        assertThat(option.option().map(OptionContract::strike)).contains(0.625);
        assertThat(option.option().map(OptionContract::underlying)).contains("XRP_USDC-PERPETUAL");
        assertThat(option.instrument().fees()).isEqualTo(FeeSchedule.DERIBIT_OPTIONS);
    }

    @Test
    void aPerpetualDoesNotExpire() {
        Listed perpetual = find("BTC-PERPETUAL");

        assertThat(perpetual.instrument().spec().kind()).isEqualTo(Kind.PERPETUAL);
        assertThat(perpetual.instrument().spec().payoff()).isEqualTo(Payoff.INVERSE);
        assertThat(perpetual.instrument().spec().multiplier()).isEqualTo(10);
        assertThat(perpetual.instrument().spec().lotSize()).isEqualTo(1);
        assertThat(perpetual.instrument().spec().quoteCurrency()).isEqualTo("USD");
        assertThat(perpetual.instrument().spec().settlementCurrency()).isEqualTo("BTC");
        assertThat(perpetual.instrument().fees()).isEqualTo(FeeSchedule.DERIBIT_FUTURES);
        assertThat(perpetual.expiryMs()).isEmpty();
        assertThat(find("SOL_USDC-PERPETUAL").instrument().spec().payoff()).isEqualTo(Payoff.LINEAR);
    }

    @Test
    void aFutureExpiresAtEight() {
        Listed future = find("BTC-25DEC26");

        assertThat(future.instrument().spec().kind()).isEqualTo(Kind.FUTURE);
        assertThat(future.expiryMs())
                .hasValue(Instant.parse("2026-12-25T08:00:00Z").toEpochMilli());
        assertThat(future.active()).isFalse();
    }

    @Test
    void spotTradesInFractions() {
        ContractSpec spec = find("BTC_USDC").instrument().spec();

        assertThat(spec.kind()).isEqualTo(Kind.SPOT);
        assertThat(spec.payoff()).isEqualTo(Payoff.LINEAR);
        assertThat(spec.multiplier()).isEqualTo(1);
        assertThat(spec.lotSize()).isEqualTo(0.0001);
    }

    private Listed find(String symbol) {
        return listing.instruments().stream()
                .filter(each -> each.instrument().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
