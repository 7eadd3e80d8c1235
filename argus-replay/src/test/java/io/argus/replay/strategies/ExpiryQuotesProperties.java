package io.argus.replay.strategies;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Of one expiry's puts those are chosen that a look at each of them chooses. */
class ExpiryQuotesProperties {

    private static final long EXPIRY_MS = 86_400_000;

    @Property
    void thePutBelowIsTheOneNearestAmongThoseOffered(
            @ForAll @Size(max = 15) Map<@IntRange(min = 90, max = 110) Integer, Boolean> offeredByStrike,
            @ForAll @IntRange(min = 90, max = 111) int strike,
            @ForAll @IntRange(min = 1, max = 40) int halves) {
        OptionChain chain = chain(offeredByStrike);
        double wanted = strike - halves * 0.5;

        OptionalInt found = new ExpiryQuotes(chain, EXPIRY_MS, 100, false).putBelow(strike, wanted);

        assertThat(found)
                .isEqualTo(IntStream.range(0, chain.size())
                        .filter(row -> chain.right(row) == Right.PUT && chain.expiryMs(row) == EXPIRY_MS)
                        .filter(row -> chain.strike(row) < strike && chain.ask(row) > 0)
                        .boxed()
                        .min(Comparator.comparingDouble(row -> Math.abs(chain.strike(row) - wanted)))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    /** Beside the puts stand calls, and puts of other expiries. */
    private static OptionChain chain(Map<Integer, Boolean> offeredByStrike) {
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "random").snapshot(0, 0, 100, Double.NaN);
        for (long expiryMs : new long[] {EXPIRY_MS - 1, EXPIRY_MS, EXPIRY_MS + 1}) {
            offeredByStrike.forEach((strike, offered) -> {
                double nobody = strike % 2 == 0 ? 0 : Double.NaN;
                double ask = offered || expiryMs != EXPIRY_MS ? 2 : nobody;
                quote(chains, Right.PUT, strike, expiryMs, ask);
                quote(chains, Right.CALL, strike, expiryMs, 2);
            });
        }
        return chains.build().chain(0);
    }

    private static void quote(ChainSeries.Builder chains, Right right, double strike, long expiryMs, double ask) {
        double none = Double.NaN;
        chains.quote(right, strike, expiryMs, 1, ask, none, none, none, none, none, none, none);
    }
}
