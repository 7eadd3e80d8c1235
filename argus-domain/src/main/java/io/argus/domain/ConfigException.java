package io.argus.domain;

import java.util.List;
import java.util.stream.Collectors;

/** Something found wrong before any work began: usage, configuration, an unknown strategy, an oversized sweep. */
public final class ConfigException extends ArgusException {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /**
     * @param problems everything that was found, in the order of their places; never empty
     */
    public ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a configuration error names at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    public ConfigException(String position, String message) {
        this(List.of(new ConfigProblem(position, message)));
    }

    public List<ConfigProblem> problems() {
        return problems;
    }
}
