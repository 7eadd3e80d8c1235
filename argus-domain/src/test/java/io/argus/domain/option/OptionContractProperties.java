package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/** A contract's symbol names it and no other. */
class OptionContractProperties {

    @Property
    void aSymbolReadsBack(
            @ForAll Right right,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double strike,
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long expiryMs) {
        OptionContract contract = new OptionContract("BTC-PERPETUAL", right, strike, expiryMs);
        assertThat(OptionContract.findBySymbol(contract.symbol())).contains(contract);
    }

    @Example
    void symbolsArePlain() {
        assertThat(new OptionContract("SPX", Right.PUT, 4500, 1_705_698_000_000L).symbol())
                .isEqualTo("SPX-20240119T2100-4500-P");
        assertThat(OptionContract.findBySymbol("SPX")).isEmpty();
        assertThat(OptionContract.findBySymbol("SPX-20241319T2100-4500-P")).isEmpty();
    }

    @Example
    void symbolsSayMillisecondsAndFractionsWhereThereAreAny() {
        assertThat(new OptionContract("A-B", Right.CALL, 0.125, 1_705_698_001_005L).symbol())
                .isEqualTo("A-B-20240119T210001005-0.125-C");
        assertThat(new OptionContract("X", Right.CALL, 1e16, 0).symbol())
                .isEqualTo("X-19700101T0000-10000000000000000-C");
    }

    @Property
    void whatIsNoSymbolNamesNoContract(@ForAll("noSymbols") String text) {
        assertThat(OptionContract.findBySymbol(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> noSymbols() {
        return Arbitraries.of(
                "",
                "---",
                "-20240119T2100-4500-P",
                "SPX-20240119T2100-4500",
                "SPX-20240119T2100-4500-p",
                "SPX-20240119T2100-4500-PP",
                "SPX-20240119T2100--P",
                "SPX-20240119T2100-0-P",
                "SPX-20240119T2100-.5-P",
                "SPX-20240119T2100-5.-P",
                "SPX-20240119T2100-5.5.5-P",
                "SPX-20240119T2100-5e3-P",
                "SPX-20240119T21000-4500-P",
                "SPX-20240119 2100-4500-P",
                "SPX-20240230T2100-4500-P",
                "SPX-20240119T2400-4500-P",
                "SPX-20240119T210060000-4500-P");
    }
}
