package io.argus.replay.strategies;

import io.argus.domain.ConfigException;
import io.argus.domain.StrategyException;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import java.net.URI;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The strategies there are, by the names of their descriptors. Immutable. */
public final class StrategyCatalog {

    private final Map<String, StrategyFactory> factories;
    private final Map<URI, String> plugins;

    private StrategyCatalog(Map<String, StrategyFactory> factories, Map<URI, String> plugins) {
        this.factories = factories;
        this.plugins = Map.copyOf(plugins);
    }

    /** Every strategy that a class loader finds. */
    public static StrategyCatalog load(ClassLoader loader) {
        return load(loader, Map.of());
    }

    /**
     * Every strategy that a class loader finds.
     *
     * @param plugins hash of each jar that does not belong to the program, by its place
     */
    public static StrategyCatalog load(ClassLoader loader, Map<URI, String> plugins) {
        List<StrategyFactory> found = new ArrayList<>();
        ServiceLoader.load(StrategyFactory.class, loader).forEach(found::add);
        return of(found, plugins);
    }

    /**
     * @throws ConfigException when two strategies have one name, or a factory does not describe its own
     */
    public static StrategyCatalog of(List<StrategyFactory> factories) {
        return of(factories, Map.of());
    }

    private static StrategyCatalog of(List<StrategyFactory> factories, Map<URI, String> plugins) {
        Map<String, StrategyFactory> byName = new TreeMap<>();
        for (StrategyFactory factory : factories) {
            String name = descriptor(factory).name();
            if (byName.put(name, factory) != null) {
                throw new ConfigException("", "two strategies are named " + name + "; rename one of them");
            }
        }
        return new StrategyCatalog(byName, plugins);
    }

    /** In the order of the names. */
    public List<StrategyDescriptor> descriptors() {
        return factories.values().stream().map(StrategyFactory::descriptor).toList();
    }

    public Optional<StrategyDescriptor> find(String name) {
        return Optional.ofNullable(factories.get(name)).map(StrategyFactory::descriptor);
    }

    /** The hash of the jar that a strategy comes from; empty for one that belongs to the program. */
    public Optional<String> findJarHash(String name) {
        return Optional.ofNullable(factories.get(name))
                .map(factory -> factory.getClass().getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .flatMap(place -> Optional.ofNullable(plugins.get(URI.create(place.toString()))));
    }

    /**
     * The parameters with each value in its type and every default filled in.
     *
     * @throws IllegalArgumentException when a parameter is unknown, or a value wrong or senseless, with a message for
     *     the user
     */
    public Parameters complete(StrategyDescriptor descriptor, Map<String, ?> given) {
        Map<String, Object> values = new TreeMap<>();
        for (ParameterDescriptor parameter : descriptor.parameters()) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        given.forEach((name, value) -> {
            ParameterDescriptor parameter = descriptor
                    .findParameter(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            descriptor.name() + " has no parameter " + name + "; it has " + values.keySet()));
            values.put(name, parameter.accept(value));
        });
        Parameters complete = Parameters.of(values);
        create(descriptor.name(), complete);
        return complete;
    }

    /**
     * A new instance.
     *
     * @throws IllegalArgumentException when there is no such strategy, or its parameters make no sense together
     * @throws StrategyException when its factory fails in another way
     */
    public Strategy create(String name, Parameters parameters) {
        StrategyFactory factory = factories.get(name);
        if (factory == null) {
            throw new IllegalArgumentException("no strategy " + name + " among " + factories.keySet());
        }
        try {
            Strategy made = factory.create(parameters);
            return Objects.requireNonNull(made, "its factory made null");
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new StrategyException(StrategyException.Kind.THREW, name + " cannot be made: " + e, e);
        }
    }

    /** A factory may be a user's code. */
    private static StrategyDescriptor descriptor(StrategyFactory factory) {
        try {
            return Objects.requireNonNull(factory.descriptor(), "it is null");
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigException("", factory.getClass().getName() + " gives no descriptor: " + e.getMessage());
        }
    }
}
