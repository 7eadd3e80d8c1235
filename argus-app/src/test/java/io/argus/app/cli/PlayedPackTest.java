package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import io.argus.app.recording.SimulatedExchange;
import io.argus.app.recording.SimulatedExchange.PlayedPack;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import io.argus.research.port.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The simulator plays a pack of last year: whoever reads it now reads the pack's quotes. */
class PlayedPackTest {

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final Instant BEGIN = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant END = Instant.parse("2025-06-03T12:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2025-06-27T08:00:00Z");
    private static final String PERPETUAL = "BTC-PERPETUAL";

    @TempDir
    private Path folder;

    private final CapturedStreams streams = new CapturedStreams();
    private final Injector injector = injector(new AdapterModule());

    private Path file = Path.of("");

    @BeforeEach
    void save() {
        file = folder.resolve("june.pack");
        injector.getInstance(PackStore.class).save(file, june());
    }

    @Test
    void aChainIsThePacksOfThisTimeOfDay() throws Exception {
        try (SimulatedExchange exchange = play()) {
            assertThat(argus(
                            "deribit",
                            "chain",
                            "--currency",
                            "BTC",
                            "--format",
                            "json",
                            "--base-url",
                            exchange.address()))
                    .as(streams.err())
                    .isZero();

            JsonNode chain = new ObjectMapper().readTree(streams.out());
            long daysLater = daysLater(exchange);
            long now = chain.path("recv_ts_ms").longValue() - daysLater * DAY_MS;
            assertThat(chain.path("quotes")).hasSize(2).allSatisfy(quote -> {
                assertThat(quote.path("expiry_ms").longValue()).isEqualTo(EXPIRY.toEpochMilli() + daysLater * DAY_MS);
                // The hour may turn between the exchange's answer and its receipt.
                assertThat(quote.path("bid").doubleValue()).isIn(bid(now), bid(now - 60_000));
                assertThat(quote.path("ask").doubleValue()).isIn(bid(now) + 0.001, bid(now - 60_000) + 0.001);
                assertThat(quote.path("iv").doubleValue()).isEqualTo(0.5);
            });
        }
    }

    @Test
    void whatIsRecordedOfItIsThePack() throws Exception {
        Path recording = folder.resolve("again.pack");
        try (SimulatedExchange exchange = play()) {
            assertThat(argus(
                            "deribit",
                            "record",
                            "--currency",
                            "BTC",
                            "--out",
                            recording.toString(),
                            "--intervals",
                            "1",
                            "--bar-duration",
                            "1h",
                            "--history",
                            "30d",
                            "--base-url",
                            exchange.address()))
                    .as(streams.err())
                    .isZero();

            Pack again = injector.getInstance(PackStore.class).load(recording);
            long later = daysLater(exchange) * DAY_MS;
            BarSeries recorded = again.findBars(PERPETUAL).orElseThrow();
            BarSeries played = june().findBars(PERPETUAL).orElseThrow();
            assertThat(recorded.size()).isGreaterThanOrEqualTo(24);
            assertThat(recorded.openTime(0)).isEqualTo(played.openTime(0) + later);
            assertThat(recorded.highs())
                    .isEqualTo(played.slice(0, recorded.size()).highs());
            assertThat(recorded.closes())
                    .isEqualTo(played.slice(0, recorded.size()).closes());
            OptionChain chain = again.chains().get(0).chain(0);
            long now = chain.receivedMs() - later;
            assertThat(chain.size()).isEqualTo(2);
            assertThat(chain.bid(0)).isIn(bid(now), bid(now - 60_000));
            assertThat(chain.underlyingPrice()).hasValue(100_000.5);
            assertThat(again.findOptionTerms(PERPETUAL).orElseThrow().spec())
                    .isEqualTo(june().findOptionTerms(PERPETUAL).orElseThrow().spec());
        }
    }

    @Test
    void whenItIsPlayedAndWhenItEndsIsSaidOnce() {
        Hours hours = new Hours(Instant.parse("2026-01-10T09:00:00Z"), 4);

        int exit =
                Argus.commandLine(injector(hours.module())).execute("deribit", "simulate", "--pack", file.toString());

        assertThat(exit).isNotZero();
        assertThat(streams.out()).startsWith("http://127.0.0.1:");
        assertThat(streams.err().lines())
                .contains(
                        "plays the pack from 2025-06-01T09:00:00Z on, 223 days later; it ends at 2026-01-12T12:00:00Z")
                .containsOnlyOnce("the pack ended at 2026-01-12T12:00:00Z: prices stand still, and options expire");
    }

    @Test
    void aDayOfThePackCanBeChosen() {
        Hours hours = new Hours(Instant.parse("2026-01-10T09:00:00Z"), 1);

        Argus.commandLine(injector(hours.module()))
                .execute("deribit", "simulate", "--pack", file.toString(), "--start", "2025-06-02");

        assertThat(streams.err()).contains("plays the pack from 2025-06-02T09:00:00Z on, 222 days later");
    }

    @Test
    void whatCannotBePlayedIsSaidInOneLine() {
        Path synthetic = folder.resolve("synthetic.pack");
        assertThat(argus(
                        "pack",
                        "synthetic",
                        "--market",
                        "CRYPTO",
                        "--days",
                        "9",
                        "--quiet",
                        "--out",
                        synthetic.toString()))
                .isZero();

        assertThat(simulate("--pack", synthetic.toString())).isEqualTo(1);
        assertThat(simulate("--pack", folder.resolve("none.pack").toString())).isEqualTo(1);
        assertThat(simulate("--pack", file.toString(), "--start", "2025-05-31")).isEqualTo(2);
        assertThat(simulate("--pack", file.toString(), "--start", "2025-06-04")).isEqualTo(2);
        assertThat(simulate("--start", "2025-06-01")).isEqualTo(2);

        assertThat(streams.err().lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).contains("synthetic.pack: ", "SYNTHETIC is no such perpetual"),
                        line -> assertThat(line).contains("none.pack"),
                        line -> assertThat(line).contains("--start", "2025-06-01T00:00:00Z", END.toString()),
                        line -> assertThat(line).contains("--start"),
                        line -> assertThat(line).contains("--start", "--pack"));
    }

    private SimulatedExchange play() {
        return injector.getInstance(SimulatedExchange.Starter.class)
                .start(0, Optional.of(new PlayedPack(june(), file, Optional.empty())));
    }

    private static long daysLater(SimulatedExchange exchange) {
        return exchange.playback().orElseThrow().daysLater();
    }

    private int argus(String... arguments) {
        return Argus.commandLine(injector).execute(arguments);
    }

    private int simulate(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "deribit";
        all[1] = "simulate";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return argus(all);
    }

    private Injector injector(Module adapters) {
        return Guice.createInjector(adapters, new ExchangeModule(), streams, new CommandModule());
    }

    private static double bid(long timeMs) {
        return (200 + 5 * (timeMs / HOUR_MS % 24)) / 10_000.0;
    }

    /** Hourly bars of a day more than the hourly chains. */
    private static Pack june() {
        BarSeries.Builder bars = BarSeries.builder(PERPETUAL, HOUR_MS);
        for (long at = BEGIN.toEpochMilli() - DAY_MS; at < END.toEpochMilli(); at += HOUR_MS) {
            double close = 100_000 + at / HOUR_MS % 50;
            bars.add(at, at + HOUR_MS, 100_010, 100_100 + at / HOUR_MS % 7, 99_000, close, 12);
        }
        ChainSeries.Builder chains = ChainSeries.builder(PERPETUAL, "deribit");
        for (long at = BEGIN.toEpochMilli(); at <= END.toEpochMilli(); at += HOUR_MS) {
            chains.snapshot(at, at, 100_000.5, Double.NaN);
            for (Right right : Right.values()) {
                chains.quote(
                        right,
                        100_000,
                        EXPIRY.toEpochMilli(),
                        bid(at),
                        bid(at) + 0.001,
                        Double.NaN,
                        Double.NaN,
                        0.5,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
            }
        }
        return Pack.builder()
                .instrument(instrument(new ContractSpec(
                        Kind.PERPETUAL, Payoff.INVERSE, 10, 1, List.of(new TickSize(0, 0.5)), "USD", "BTC")))
                .instrument(instrument(new ContractSpec(
                        Kind.OPTION, Payoff.INVERSE, 1, 0.1, List.of(new TickSize(0, 0.0001)), "BTC", "BTC")))
                .bars(List.of(bars.build()))
                .chains(List.of(chains.build()))
                .build();
    }

    private static Instrument instrument(ContractSpec terms) {
        return new Instrument(PERPETUAL, terms, TradingCalendar.roundTheClock(), FeeSchedule.DERIBIT_OPTIONS);
    }

    /** A clock that goes on by twenty hours whenever somebody waits, until there has been enough of it. */
    private static final class Hours implements InstantSource, Waiter {

        private Instant now;
        private int left;

        Hours(Instant now, int waits) {
            this.now = now;
            left = waits;
        }

        Module module() {
            return Modules.override(new AdapterModule()).with(new AbstractModule() {
                @Override
                protected void configure() {
                    bind(InstantSource.class).toInstance(Hours.this);
                    bind(Waiter.class).toInstance(Hours.this);
                }
            });
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public synchronized void await(Duration duration) throws InterruptedException {
            if (left-- == 0) {
                throw new InterruptedException();
            }
            now = now.plus(Duration.ofHours(20));
        }
    }
}
