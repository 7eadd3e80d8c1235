package io.argus.benchmarks.report;

import java.util.Optional;

/**
 * What a measurement should reach.
 *
 * @param text as the table shows it
 */
record Goal(String text, Test test) {

    /** Whether it is reached; empty where something that it needs was not measured. */
    @FunctionalInterface
    interface Test {
        Optional<Boolean> of(Measured ours, Optional<Measured> beside);
    }

    /** At most so many times what is beside it. */
    static Goal atMostTimes(double most) {
        return new Goal(
                "<= " + Numbers.plain(most) + " x",
                (ours, beside) -> beside.map(other -> ours.nanos() <= most * other.nanos()));
    }

    static Goal withinMillis(double most) {
        return new Goal("<= " + Numbers.plain(most) + " ms", (ours, beside) -> Optional.of(ours.nanos() <= most * 1e6));
    }

    static Goal withinMicros(double most) {
        return new Goal("<= " + Numbers.plain(most) + " us", (ours, beside) -> Optional.of(ours.nanos() <= most * 1e3));
    }

    /** At least so many million steps a second, of so many in one operation. */
    static Goal millionsASecond(double least, double steps) {
        return new Goal(
                ">= " + Numbers.plain(least) + " M/s",
                (ours, beside) -> Optional.of(steps / ours.nanos() * 1e3 >= least));
    }

    /** No byte for a step, but for what the operation needs once. */
    static Goal allocatingNothing(double steps) {
        return new Goal(
                "0 bytes/step",
                (ours, beside) -> Double.isNaN(ours.bytes())
                        ? Optional.empty()
                        : Optional.of(Math.round(ours.bytes() / steps) == 0));
    }
}
