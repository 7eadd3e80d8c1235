package io.argus.research.port;

import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionContract;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells what an exchange trades. */
public interface InstrumentSource {

    /**
     * Everything listed in a currency, in the order of the names.
     *
     * @throws io.argus.domain.ExchangeException when the exchange does not answer, or does not know the currency
     */
    Listing list(String currency);

    /**
     * What was listed.
     *
     * @param skipped what could not be understood, each with the reason
     */
    record Listing(List<Listed> instruments, List<String> skipped) {

        public Listing {
            instruments = List.copyOf(instruments);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * One instrument.
     *
     * @param option the contract, when it is one
     * @param expiryMs empty for what does not expire
     * @param active whether it can be traded now
     */
    record Listed(Instrument instrument, Optional<OptionContract> option, OptionalLong expiryMs, boolean active) {

        public Listed {
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(option, "option");
            Objects.requireNonNull(expiryMs, "expiryMs");
        }
    }
}
