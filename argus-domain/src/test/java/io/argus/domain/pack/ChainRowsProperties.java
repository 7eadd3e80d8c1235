package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows are found where a walk through all of them finds them. */
class ChainRowsProperties {

    private static final int STRIKES = 5;
    private static final int EXPIRIES = 4;

    @Property
    void theFirstRowAtOrAfterAContractHasAllEarlierOnesBeforeIt(
            @ForAll @Size(max = 20) Set<@IntRange(max = 2 * STRIKES * EXPIRIES - 1) Integer> quoted,
            @ForAll @IntRange(max = 2 * STRIKES * EXPIRIES) int wanted) {
        OptionChain chain = chain(quoted);

        int row = chain.rowAtOrAfter(right(wanted), strike(wanted), expiryMs(wanted));

        assertThat(row)
                .isEqualTo((int) quoted.stream().filter(each -> each < wanted).count());
        assertThat(chain.findRow(right(wanted), strike(wanted), expiryMs(wanted)))
                .isEqualTo(IntStream.range(0, chain.size())
                        .filter(each -> chain.contract(each).right() == right(wanted)
                                && chain.strike(each) == strike(wanted)
                                && chain.expiryMs(each) == expiryMs(wanted))
                        .findFirst());
    }

    @Property
    void rowsHaveTheirContractsAndSymbolsHoweverOftenTheyAreAskedFor(
            @ForAll @Size(max = 20) Set<@IntRange(max = 2 * STRIKES * EXPIRIES - 1) Integer> quoted,
            @ForAll @Size(max = 40) List<@IntRange(max = 19) Integer> asked) {
        OptionChain chain = chain(quoted);
        asked.stream().filter(row -> row < chain.size()).forEach(row -> {
            OptionContract made = new OptionContract("SPX", chain.right(row), chain.strike(row), chain.expiryMs(row));
            assertThat(chain.contract(row)).isEqualTo(made);
            assertThat(chain.symbol(row)).isEqualTo(made.symbol());
        });
    }

    private static OptionChain chain(Set<Integer> quoted) {
        double none = Double.NaN;
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "random").snapshot(0, 0, none, none);
        quoted.forEach(each -> chains.quote(
                right(each), strike(each), expiryMs(each), 1, 2, none, none, none, none, none, none, none));
        return chains.build().chain(0);
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
