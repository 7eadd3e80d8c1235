package io.argus.domain.strategy;

/**
 * Describes a strategy and creates its instances. Found with {@link java.util.ServiceLoader}, for bundled strategies
 * and users' own alike.
 */
public interface StrategyFactory {

    StrategyDescriptor descriptor();

    /**
     * @param parameters checked against the descriptor, with every default filled in
     * @return a new instance that shares no state with any other
     * @throws IllegalArgumentException when the parameters make no sense together, saying which and why
     */
    Strategy create(Parameters parameters);
}
