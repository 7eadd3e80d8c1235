package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows are found where a walk through all of them finds them. */
class ChainRowsProperties {

    private static final int STRIKES = 5;
    private static final int EXPIRIES = 4;
    private static final int LAST = 2 * STRIKES * EXPIRIES - 1;

    @Property
    void theFirstRowAtOrAfterAContractHasAllEarlierOnesBeforeIt(
            @ForAll @Size(max = 3) List<@Size(max = 20) Set<@IntRange(max = LAST) Integer>> quoted,
            @ForAll @IntRange(max = LAST + 1) int wanted) {
        ChainSeries series = series(quoted);
        for (int i = 0; i < quoted.size(); i++) {
            OptionChain chain = series.chain(i);

            assertThat(chain.rowAtOrAfter(right(wanted), strike(wanted), expiryMs(wanted)))
                    .isEqualTo((int)
                            quoted.get(i).stream().filter(each -> each < wanted).count());
            assertThat(chain.findRow(right(wanted), strike(wanted), expiryMs(wanted)))
                    .isEqualTo(IntStream.range(0, chain.size())
                            .filter(each -> chain.contract(each).right() == right(wanted)
                                    && chain.strike(each) == strike(wanted)
                                    && chain.expiryMs(each) == expiryMs(wanted))
                            .findFirst());
        }
    }

    @Property
    void expiriesAreFoundOnEitherSideOfATime(
            @ForAll @Size(max = 3) List<@Size(max = 20) Set<@IntRange(max = LAST) Integer>> quoted,
            @ForAll @LongRange(min = -1, max = 1_000L * EXPIRIES) long timeMs) {
        ChainSeries series = series(quoted);
        for (int i = 0; i < quoted.size(); i++) {
            Set<Integer> shown = quoted.get(i);

            assertThat(series.chain(i).expiryAtOrAfter(timeMs))
                    .isEqualTo(shown.stream()
                            .mapToLong(ChainRowsProperties::expiryMs)
                            .filter(each -> each >= timeMs)
                            .min());
            assertThat(series.chain(i).expiryBefore(timeMs))
                    .isEqualTo(shown.stream()
                            .mapToLong(ChainRowsProperties::expiryMs)
                            .filter(each -> each < timeMs)
                            .max());
        }
    }

    /** Between strikes that lie closer together at one end than at the other a guess by their spacing is far off. */
    @Property
    void rowsAreFoundHoweverStrikesAreSpaced(
            @ForAll @Size(min = 1, max = 60) Set<@IntRange(min = 1, max = 200) Integer> roots,
            @ForAll @IntRange(min = 1, max = 201) int wanted) {
        double none = Double.NaN;
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "random").snapshot(0, 0, none, none);
        roots.forEach(root ->
                chains.quote(Right.CALL, Math.pow(root, 4), 1_000, 1, 2, none, none, none, none, none, none, none));
        OptionChain chain = chains.build().chain(0);

        assertThat(chain.rowAtOrAfter(Right.CALL, Math.pow(wanted, 4), 1_000))
                .isEqualTo((int) roots.stream().filter(root -> root < wanted).count());
    }

    /** The strike far above the others makes the guess worthless: what follows it takes more steps than an int has bits. */
    @Example
    void rowsAreFoundAmongAHundredThousandStrikes() {
        int strikes = 100_000;
        double none = Double.NaN;
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "wide").snapshot(0, 0, none, none);
        for (int strike = 1; strike <= strikes; strike++) {
            chains.quote(Right.PUT, strike, 1_000, 1, 2, none, none, none, none, none, none, none);
        }
        chains.quote(Right.PUT, Double.MAX_VALUE, 1_000, 1, 2, none, none, none, none, none, none, none);
        OptionChain chain = chains.build().chain(0);

        assertThat(IntStream.rangeClosed(1, strikes)
                        .filter(strike -> chain.rowAtOrAfter(Right.PUT, strike, 1_000) != strike - 1))
                .isEmpty();
        assertThat(chain.rowAtOrAfter(Right.PUT, Double.POSITIVE_INFINITY, 1_000))
                .isEqualTo(chain.size());
        assertThat(chain.rowAtOrAfter(Right.PUT, Double.NaN, 1_000)).isEqualTo(chain.size());
    }

    @Property
    void whatTheInterfaceFindsByItselfIsTheSame(
            @ForAll @Size(max = 20) Set<@IntRange(max = LAST) Integer> quoted,
            @ForAll @IntRange(max = LAST + 1) int wanted,
            @ForAll @LongRange(min = -1, max = 1_000L * EXPIRIES) long timeMs) {
        OptionChain chain = chain(quoted);
        OptionChain plain = withDefaults(chain);

        assertThat(plain.findRow(right(wanted), strike(wanted), expiryMs(wanted)))
                .isEqualTo(chain.findRow(right(wanted), strike(wanted), expiryMs(wanted)));
        assertThat(plain.expiryAtOrAfter(timeMs)).isEqualTo(chain.expiryAtOrAfter(timeMs));
        assertThat(plain.expiryBefore(timeMs)).isEqualTo(chain.expiryBefore(timeMs));
    }

    @Property
    void rowsHaveTheirContractsAndSymbolsHoweverOftenTheyAreAskedFor(
            @ForAll @Size(max = 20) Set<@IntRange(max = LAST) Integer> quoted,
            @ForAll @Size(max = 40) List<@IntRange(max = 19) Integer> asked) {
        OptionChain chain = chain(quoted);
        asked.stream().filter(row -> row < chain.size()).forEach(row -> {
            OptionContract made = new OptionContract("SPX", chain.right(row), chain.strike(row), chain.expiryMs(row));
            assertThat(chain.contract(row)).isEqualTo(made);
            assertThat(chain.symbol(row)).isEqualTo(made.symbol());
        });
    }

    /** The chain as of a class that has only what it must have. */
    private static OptionChain withDefaults(OptionChain chain) {
        return (OptionChain) Proxy.newProxyInstance(
                OptionChain.class.getClassLoader(),
                new Class<?>[] {OptionChain.class},
                (proxy, method, arguments) -> method.isDefault()
                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                        : method.invoke(chain, arguments));
    }

    private static OptionChain chain(Set<Integer> quoted) {
        return series(List.of(quoted)).chain(0);
    }

    /** A snapshot for each set of contracts. */
    private static ChainSeries series(List<Set<Integer>> quoted) {
        double none = Double.NaN;
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "random");
        for (int i = 0; i < quoted.size(); i++) {
            chains.snapshot(i, i, none, none);
            quoted.get(i)
                    .forEach(each -> chains.quote(
                            right(each), strike(each), expiryMs(each), 1, 2, none, none, none, none, none, none, none));
        }
        return chains.build();
    }

    /** Contracts are numbered in the order in which they stand. */
    private static double strike(int number) {
        return 90 + 5.0 * (number % STRIKES);
    }

    private static Right right(int number) {
        return number / STRIKES % 2 == 0 ? Right.PUT : Right.CALL;
    }

    private static long expiryMs(int number) {
        return 1_000L * (number / (2 * STRIKES));
    }
}
