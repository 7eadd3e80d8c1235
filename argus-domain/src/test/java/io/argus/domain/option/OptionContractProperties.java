package io.argus.domain.option;

import io.argus.domain.option.OptionContract.Right;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
