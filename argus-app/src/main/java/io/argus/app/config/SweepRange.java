package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Values at equal distances, in decimal arithmetic: 0.02 to 0.08 by 0.01 are exactly seven. */
public record SweepRange(
        @Key(doc = "The first value.") BigDecimal min,
        @Key(doc = "The largest value there may be.") BigDecimal max,

        @Key(doc = "The distance between two values.", range = "(0, inf)")
        Optional<BigDecimal> step,

        @Key(doc = "In place of step: N makes N+1 values, min and max included.", range = "[1, inf)")
        OptionalInt numSteps,

        @Key(doc = "Digits after the point that the values are rounded to, half to even.", range = "[0, 15]")
        OptionalInt round) {

    private static final int MOST_VALUES = 1_000_000;
    private static final int DIGITS = 16;

    public SweepRange {
        if (max.compareTo(min) < 0) {
            throw new IllegalArgumentException("max must not lie below min");
        }
        if (step.isPresent() == numSteps.isPresent()) {
            throw new IllegalArgumentException("a range takes either step or num_steps");
        }
        if (steps(min, max, step, numSteps).compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
            throw new IllegalArgumentException("a range has at most " + MOST_VALUES + " values");
        }
    }

    public List<BigDecimal> values() {
        int steps = steps(min, max, step, numSteps).intValueExact();
        List<BigDecimal> values = new ArrayList<>(steps + 1);
        for (int i = 0; i <= steps; i++) {
            BigDecimal value = min.add(offset(i));
            values.add(round.isPresent() ? value.setScale(round.getAsInt(), RoundingMode.HALF_EVEN) : value);
        }
        return values;
    }

    private BigDecimal offset(int index) {
        BigDecimal position = BigDecimal.valueOf(index);
        if (step.isPresent()) {
            return step.get().multiply(position);
        }
        return max.subtract(min)
                .multiply(position)
                .divide(BigDecimal.valueOf(numSteps.orElseThrow()), DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }

    private static BigDecimal steps(BigDecimal min, BigDecimal max, Optional<BigDecimal> step, OptionalInt numSteps) {
        return step.isPresent()
                ? max.subtract(min).divide(step.get(), 0, RoundingMode.DOWN)
                : BigDecimal.valueOf(numSteps.orElse(0));
    }
}
