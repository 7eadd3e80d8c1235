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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The strategies there are, by the names of their descriptors. Immutable. */
public final class StrategyCatalog {

    private final List<StrategyDescriptor> descriptors;
    private final Map<String, StrategyFactory> factories;
    private final Map<String, String> jarHashes;

    private StrategyCatalog(
            List<StrategyDescriptor> descriptors,
            Map<String, StrategyFactory> factories,
            Map<String, String> jarHashes) {
        this.descriptors = descriptors;
        this.factories = factories;
        this.jarHashes = jarHashes;
    }

    /** Every strategy that a class loader finds. */
    public static StrategyCatalog load(ClassLoader loader) {
        return load(loader, Map.of(), UnaryOperator.identity());
    }

    /**
     * Every strategy that a class loader finds.
     *
     * @param plugins hash of each jar that does not belong to the program, by its place
     * @param guard what makes the strategies of such a jar in its factory's stead
     */
    public static StrategyCatalog load(
            ClassLoader loader, Map<URI, String> plugins, UnaryOperator<StrategyFactory> guard) {
        List<StrategyFactory> found = new ArrayList<>();
        ServiceLoader.load(StrategyFactory.class, loader).forEach(found::add);
        return of(found, plugins, guard);
    }

    /**
     * @throws ConfigException when two strategies have one name, or a factory does not describe its own
     */
    public static StrategyCatalog of(List<StrategyFactory> factories) {
        return of(factories, Map.of(), UnaryOperator.identity());
    }

    private static StrategyCatalog of(
            List<StrategyFactory> factories, Map<URI, String> plugins, UnaryOperator<StrategyFactory> guard) {
        Map<String, StrategyFactory> byName = new TreeMap<>();
        Map<String, String> jarHashes = new TreeMap<>();
        List<StrategyDescriptor> descriptors = new ArrayList<>();
        for (StrategyFactory factory : factories) {
            StrategyDescriptor descriptor = descriptor(factory);
            String name = descriptor.name();
            descriptors.add(descriptor);
            Optional<String> jarHash = jarHash(factory, plugins);
            jarHash.ifPresent(hash -> jarHashes.put(name, hash));
            if (byName.put(name, jarHash.isPresent() ? guard.apply(factory) : factory) != null) {
                throw new ConfigException("", "two strategies are named " + name + "; rename one of them");
            }
        }
        descriptors.sort(Comparator.comparing(StrategyDescriptor::name));
        return new StrategyCatalog(List.copyOf(descriptors), byName, jarHashes);
    }

    /** In the order of the names. */
    public List<StrategyDescriptor> descriptors() {
        return descriptors;
    }

    public Optional<StrategyDescriptor> find(String name) {
        return descriptors.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The hash of the jar that a strategy comes from; empty for one that belongs to the program. */
    public Optional<String> findJarHash(String name) {
        return Optional.ofNullable(jarHashes.get(name));
    }

    private static Optional<String> jarHash(StrategyFactory factory, Map<URI, String> plugins) {
        return Optional.ofNullable(factory.getClass().getProtectionDomain().getCodeSource())
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
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new StrategyException(StrategyException.Kind.THREW, name + " cannot be made: " + e, e);
        }
    }

    /** A factory may be a user's code. */
    private static StrategyDescriptor descriptor(StrategyFactory factory) {
        try {
            return Objects.requireNonNull(factory.descriptor(), "it is null");
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            throw new ConfigException("", factory.getClass().getName() + " gives no descriptor: " + e);
        }
    }
}
