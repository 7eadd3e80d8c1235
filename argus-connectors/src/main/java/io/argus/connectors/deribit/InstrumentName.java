package io.argus.connectors.deribit;

import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name that Deribit gives an instrument, taken apart. Its {@code toString} puts it together again, letter for letter.
 * Listings say the same in fields of their own, which are to be preferred; channels and trades have the name alone.
 */
public sealed interface InstrumentName {

    /** Empty when the name is of no shape known here: new kinds of instruments appear without notice. */
    static Optional<InstrumentName> find(String name) {
        return InstrumentNameParser.find(name);
    }

    /** One coin for another, such as {@code BTC_USDC}. */
    record Spot(String base, String quote) implements InstrumentName {

        @Override
        public String toString() {
            return base + "_" + quote;
        }
    }

    /** A future without an end, such as {@code BTC-PERPETUAL} or {@code SOL_USDC-PERPETUAL}. */
    record Perpetual(String underlying) implements InstrumentName {

        @Override
        public String toString() {
            return underlying + "-PERPETUAL";
        }
    }

    /** A future, such as {@code BTC-24SEP21}. */
    record Future(String underlying, LocalDate expiry) implements InstrumentName {

        @Override
        public String toString() {
            return underlying + "-" + InstrumentNameParser.text(expiry);
        }
    }

    /**
     * An option, such as {@code XRP_USDC-3JUN22-0d625-C}.
     *
     * @param strike as it is written; 0d625 is 0.625
     */
    record Option(String underlying, LocalDate expiry, BigDecimal strike, Right right) implements InstrumentName {

        @Override
        public String toString() {
            return underlying + "-" + InstrumentNameParser.text(expiry) + "-" + InstrumentNameParser.text(strike) + "-"
                    + (right == Right.CALL ? "C" : "P");
        }
    }

    /**
     * One future against another, such as {@code BTC-FS-24SEP21_PERP}.
     *
     * @param far empty for the perpetual
     */
    record FutureCombo(String underlying, LocalDate near, Optional<LocalDate> far) implements InstrumentName {

        @Override
        public String toString() {
            return underlying + "-FS-" + InstrumentNameParser.text(near) + "_"
                    + far.map(InstrumentNameParser::text).orElse("PERP");
        }
    }

    /**
     * Several options in one, such as {@code BTC-CS-24SEP21-30000_40000}.
     *
     * @param code the kind of combination, such as {@code CS} for a call spread
     * @param expiries one, or two for calendar spreads
     * @param strikes may be empty
     */
    record OptionCombo(String underlying, String code, List<LocalDate> expiries, List<BigDecimal> strikes)
            implements InstrumentName {

        public OptionCombo {
            expiries = List.copyOf(expiries);
            strikes = List.copyOf(strikes);
        }

        @Override
        public String toString() {
            String name = underlying + "-" + code + "-"
                    + expiries.stream().map(InstrumentNameParser::text).collect(Collectors.joining("_"));
            return strikes.isEmpty()
                    ? name
                    : name + "-"
                            + strikes.stream().map(InstrumentNameParser::text).collect(Collectors.joining("_"));
        }
    }
}
