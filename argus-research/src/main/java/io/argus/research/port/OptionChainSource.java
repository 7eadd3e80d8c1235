package io.argus.research.port;

import io.argus.domain.option.OptionChain;

/** Gives the option chain of an underlying as it is quoted now. */
public interface OptionChainSource {

    /**
     * @throws io.argus.domain.DataException when the source does not know the underlying or does not answer
     */
    OptionChain current(String underlying);
}
