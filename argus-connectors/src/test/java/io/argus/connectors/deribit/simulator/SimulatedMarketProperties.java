package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.InstrumentName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of the simulator's market, whosever it is, and of a pack's beside it. */
class SimulatedMarketProperties {

    private static final Duration LATER = Duration.ofDays(300);
    private static final long BEGIN_MS =
            RecordedDays.FIRST_CHAIN.plus(LATER).plusMillis(250).toEpochMilli();
    private static final long END_MS = RecordedDays.END.plus(LATER).toEpochMilli();

    private static final SimulatedMarket WAVES = new WaveMarket();
    private static final SimulatedMarket PACK = played(RecordedDays.END);

    @Property(tries = 100)
    void itIsAFunctionOfTimeAlone(@ForAll("markets") SimulatedMarket market, @ForAll("times") List<Long> times) {
        List<List<Told>> inOrder = times.stream().map(at -> told(market, at)).toList();
        SimulatedMarket other = market == WAVES ? new WaveMarket() : played(RecordedDays.END);

        for (int i = times.size() - 1; i >= 0; i--) {
            assertThat(told(other, times.get(i))).isEqualTo(inOrder.get(i));
        }
    }

    @Property(tries = 200)
    void whatIsListedIsFoundByItsNameAndHasNotExpired(
            @ForAll("markets") SimulatedMarket market, @ForAll("time") long at) {
        for (SimulatedInstrument each : listed(market, at)) {
            assertThat(market.find(each.symbol(), at)).contains(each);
            assertThat(InstrumentName.find(each.symbol())).contains(each.name());
            assertThat(each.listed(at)).isTrue();
            assertThat(each.expiryMs().orElse(Long.MAX_VALUE)).isGreaterThan(at);
        }
    }

    @Property(tries = 200)
    void eachCoinHasAPerpetualAndOptionsInTheOrderOfTheirNames(
            @ForAll("markets") SimulatedMarket market, @ForAll("time") long at) {
        for (String currency : market.currencies()) {
            assertThat(market.listed(currency, at))
                    .extracting(SimulatedInstrument::symbol)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains(currency + "-PERPETUAL")
                    .hasSizeGreaterThan(1);
        }
    }

    @Property(tries = 200)
    void pricesArePossible(@ForAll("markets") SimulatedMarket market, @ForAll("time") long at) {
        for (Told each : told(market, at)) {
            assertThat(each.index()).isPositive().isFinite();
            assertThat(each.mark()).isNotNegative().isFinite();
            assertThat(each.volatility().orElse(1)).isPositive().isFinite();
            each.quote()
                    .filter(quote -> quote.bid().isPresent() && quote.ask().isPresent())
                    .ifPresent(quote -> assertThat(each.mark())
                            .isBetween(quote.bid().getAsDouble(), quote.ask().getAsDouble()));
        }
    }

    /** The pack cut at a time says the same of that time as the whole. */
    @Property(tries = 100)
    void aPackKnowsNothingBeforeItHappens(@ForAll("played") long at) {
        SimulatedMarket cut = played(Instant.ofEpochMilli(at).minus(LATER));

        assertThat(told(cut, at)).isEqualTo(told(PACK, at));
    }

    @Property(tries = 200)
    void whatExpiredInAPackIsWorthTheSameForEver(@ForAll("time") long at) {
        for (SimulatedInstrument each : listed(PACK, BEGIN_MS)) {
            long expiryMs = each.expiryMs().orElse(Long.MAX_VALUE);
            if (expiryMs <= at) {
                assertThat(PACK.find(each.symbol(), at)).contains(each);
                assertThat(PACK.mark(each, at)).isEqualTo(PACK.mark(each, expiryMs));
                assertThat(listed(PACK, at)).doesNotContain(each);
            }
        }
    }

    @Provide
    Arbitrary<SimulatedMarket> markets() {
        return Arbitraries.of(WAVES, PACK);
    }

    /** Some lie after the pack's end. */
    @Provide
    Arbitrary<Long> time() {
        return Arbitraries.longs().between(BEGIN_MS, END_MS + Duration.ofDays(2).toMillis());
    }

    @Provide
    Arbitrary<List<Long>> times() {
        return time().list().ofMinSize(2).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Long> played() {
        return Arbitraries.longs().between(BEGIN_MS, END_MS);
    }

    private static SimulatedMarket played(Instant until) {
        return PackMarket.playing(
                RecordedDays.until(until), "recorded", Instant.ofEpochMilli(BEGIN_MS), Optional.empty());
    }

    private static List<Told> told(SimulatedMarket market, long at) {
        return listed(market, at).stream()
                .map(each -> new Told(
                        each,
                        market.index(each.currency(), at),
                        market.mark(each, at),
                        each.option() ? market.impliedVolatility(each, at) : OptionalDouble.empty(),
                        market.quote(each, at)))
                .toList();
    }

    private static List<SimulatedInstrument> listed(SimulatedMarket market, long at) {
        return market.currencies().stream()
                .flatMap(currency -> market.listed(currency, at).stream())
                .toList();
    }

    private record Told(
            SimulatedInstrument instrument,
            double index,
            double mark,
            OptionalDouble volatility,
            Optional<SimulatedQuote> quote) {}
}
