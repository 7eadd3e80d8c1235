package io.argus.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the table. */
public final class Report {

    private static final String LINE = "%-39s %8s %8s %7s  %-23s %s%n";

    private Report() {}

    /**
     * @param args JMH's JSON files
     */
    public static void main(String[] args) throws IOException {
        System.out.print(table(Results.read(Arrays.stream(args).map(Path::of).toList()), Target.all()));
    }

    static String table(Results results, List<Target> targets) {
        StringBuilder table = new StringBuilder();
        table.append(String.format(LINE, "work / floor or peer", "argus", "floor", "ratio", "reach", "met"));
        for (Target target : targets) {
            table.append(line(target, results));
        }
        return table.append(results.machine()).append(System.lineSeparator()).toString();
    }

    private static String line(Target target, Results results) {
        Optional<Measured> ours = results.find(target.ours());
        Optional<Measured> beside = target.beside().flatMap(results::find);
        String ratio = ours.flatMap(a -> beside.map(b -> Numbers.ratio(a.nanos() / b.nanos())))
                .orElse("-");
        return String.format(
                LINE,
                target.work(),
                time(ours),
                time(beside),
                ratio,
                target.goals().stream().map(Goal::text).collect(Collectors.joining(", ")),
                ours.map(measured -> verdict(target, measured, beside)).orElse("not run"));
    }

    private static String verdict(Target target, Measured ours, Optional<Measured> beside) {
        List<Optional<Boolean>> met = target.goals().stream()
                .map(goal -> goal.test().of(ours, beside))
                .toList();
        if (met.isEmpty()) {
            return "-";
        }
        if (met.contains(Optional.of(false))) {
            return "no";
        }
        return met.contains(Optional.<Boolean>empty()) ? "not run" : "yes";
    }

    private static String time(Optional<Measured> measured) {
        return measured.map(each -> Numbers.time(each.nanos())).orElse("-");
    }
}
