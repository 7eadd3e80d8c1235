package io.argus.app.settings;

import io.argus.domain.ConfigProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The values of one swept key: a single one, a list, or a range in decimal arithmetic. */
final class SweepRange {

    private static final int LONGEST = 1_000_000;

    private final String file;
    private final List<ConfigProblem> problems;

    SweepRange(String file, List<ConfigProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    List<Object> expand(String name, Node node) {
        if (node instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> values = new ArrayList<>();
            sequence.getValue().forEach(item -> values.addAll(expand(name, item)));
            return values;
        }
        return node instanceof MappingNode ? range(name, node) : List.of();
    }

    private List<Object> range(String name, Node node) {
        Section range = new Section(file, problems, Optional.of(node));
        Optional<BigDecimal> least = range.number("min");
        Optional<BigDecimal> most = range.number("max");
        Optional<BigDecimal> step = range.number("step");
        Optional<BigDecimal> parts = range.number("num_steps");
        Optional<BigDecimal> round = range.number("round");
        range.refuseUnknown();
        boolean sound = least.isPresent()
                && most.isPresent()
                && most.get().compareTo(least.get()) >= 0
                && step.isPresent() != parts.isPresent()
                && step.orElse(BigDecimal.ONE).signum() > 0
                && parts.orElse(BigDecimal.ONE).compareTo(BigDecimal.ONE) >= 0;
        if (!sound) {
            problems.add(new ConfigProblem(
                    Section.position(file, node),
                    name + " takes {min, max, step} or {min, max, num_steps}, with min <= max and a step above zero"));
            return List.of();
        }
        BigDecimal width = most.get().subtract(least.get());
        BigDecimal count = parts.isPresent() ? parts.get() : width.divide(step.orElseThrow(), 0, RoundingMode.DOWN);
        if (count.compareTo(BigDecimal.valueOf(LONGEST)) > 0) {
            problems.add(new ConfigProblem(Section.position(file, node), name + " has more than a million values"));
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i <= count.intValue(); i++) {
            BigDecimal offset = parts.isPresent()
                    ? width.multiply(BigDecimal.valueOf(i)).divide(parts.get(), 16, RoundingMode.HALF_EVEN)
                    : step.orElseThrow().multiply(BigDecimal.valueOf(i));
            BigDecimal value = least.get().add(offset).stripTrailingZeros();
            values.add(round.isPresent() ? value.setScale(round.get().intValue(), RoundingMode.HALF_EVEN) : value);
        }
        return values;
    }
}
