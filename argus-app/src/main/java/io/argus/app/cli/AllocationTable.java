package io.argus.app.cli;

import io.argus.app.terminal.Paragraph;
import io.argus.app.terminal.Table;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.PublishedPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/** A plan for people. */
final class AllocationTable {

    /** Steps that write down a size which others have decided. */
    private static final Set<String> AFTERWARDS = Set.of("rounding", "contracts");

    private AllocationTable() {}

    static String text(PublishedPlan plan, Ansi ansi) {
        StringBuilder text = new StringBuilder();
        if (plan.relaxedGates()) {
            text.append(
                    ansi.string("@|bold,yellow NOT FOR TRADING:|@ the gates are laxer than the shipped defaults\n"));
        }
        Optional<String> empty = plan.emptyReason();
        if (empty.isPresent()) {
            return text.append(Paragraph.wrapped("nothing is allocated: " + empty.get(), 2))
                    .toString();
        }
        Table table = Table.of(
                "strategy", "run", "instrument", "mu>", "sigma>", "Kelly>", "weight>", "at risk>", "contracts>", "why");
        for (Allocation allocation : plan.allocations()) {
            table.row(
                    allocation.forecast().strategyId(),
                    shortened(allocation.forecast().runId()),
                    allocation.forecast().instrument(),
                    percent(allocation.forecast().mu()),
                    percent(allocation.forecast().sigma()),
                    String.format(Locale.ROOT, "%.2f", allocation.kellyRaw()),
                    String.format(Locale.ROOT, "%.4f", allocation.weight()),
                    String.format(Locale.ROOT, "%.2f", allocation.dollarRisk()),
                    allocation.contracts().isPresent()
                            ? Long.toString(allocation.contracts().getAsLong())
                            : "-",
                    deciding(allocation.trail()));
        }
        return text.append(table.render(ansi))
                .append(String.format(Locale.ROOT, "%nexposure %.4f of equity %.2f", plan.exposure(), plan.equity()))
                .toString()
                .replace("\r\n", "\n");
    }

    /** The last step that changed the weight, or of a weight that was never anything the last one that left it so. */
    private static String deciding(List<Adjustment> trail) {
        String changed = "";
        String last = "";
        for (Adjustment adjustment : trail) {
            if (!AFTERWARDS.contains(adjustment.step())) {
                last = adjustment.step();
                changed = adjustment.before() == adjustment.after() ? changed : last;
            }
        }
        return (changed.isEmpty() ? last : changed).replace('_', ' ');
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
    }

    private static String shortened(String runId) {
        return runId.length() <= 8 ? runId : runId.substring(0, 8);
    }
}
