package io.argus.domain.strategy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a user sees of a strategy.
 *
 * @param name what configurations call it, such as {@code SmaCross}
 * @param description one line
 * @param parameters in the order in which they are shown
 */
public record StrategyDescriptor(String name, String description, List<ParameterDescriptor> parameters) {

    public StrategyDescriptor {
        if (name.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a strategy needs a name and a description");
        }
        parameters = List.copyOf(parameters);
        Set<String> seen = new HashSet<>();
        for (ParameterDescriptor parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw new IllegalArgumentException(name + " has two parameters named " + parameter.name());
            }
        }
    }

    public Optional<ParameterDescriptor> findParameter(String parameterName) {
        return parameters.stream()
                .filter(each -> each.name().equals(parameterName))
                .findFirst();
    }
}
