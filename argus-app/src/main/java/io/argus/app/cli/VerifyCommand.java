package io.argus.app.cli;

import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.OneLine;
import io.argus.app.terminal.Paragraph;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import io.argus.replay.audit.AuditReport;
import io.argus.replay.audit.Leak;
import io.argus.replay.audit.LookAheadAudit;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus verify}. */
@Command(
        name = "verify",
        description = {
            "Finds out whether a strategy, or the data it is given, sees the future: replays the pack "
                    + "cut at a number of instants, and altered after them, and compares every decision, fill "
                    + "and mark.",
            "Ends with 3 and the leak's place when something differs, or when derived rows cannot be " + "rebuilt."
        },
        footer = {"", "Example:", "  argus verify --strategy SmaCross --pack packs/sp500.json --params fast=10,slow=50"
        })
final class VerifyCommand implements Callable<Integer> {

    private final Terminal base;
    private final PackStore packs;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private PackReadingOptions assumptions = new PackReadingOptions();

    @Mixin
    private StrategyChoice strategy = new StrategyChoice();

    @Option(names = "--pack", required = true, paramLabel = "P", description = "The pack to replay.")
    private Path pack = Path.of("");

    @Option(names = "--cuts", paramLabel = "N", description = "How many instants to try (default: 16).")
    private int cuts = 16;

    @Option(names = "--seed", paramLabel = "N", description = "Of the instants and the altered data (default: 42).")
    private long seed = 42;

    @Option(
            names = "--trust-derived",
            description = "Take outcomes and regimes that cannot be rebuilt for what they say they are.")
    private boolean trustDerived;

    VerifyCommand(Terminal base, PackStore packs) {
        this.base = base;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Terminal terminal = options.terminal(base);
        if (cuts < 1) {
            throw new ConfigException("--cuts", "at least one is needed, not " + cuts);
        }
        StrategyCatalog catalog = options.catalog();
        Parameters parameters = strategy.parameters(catalog);
        PackStore.Loaded loaded = packs.load(pack, assumptions.reading());
        loaded.warnings().forEach(terminal::warn);
        StrategyChoice.requireSymbol(parameters, loaded.pack());
        AuditReport report = options.strategyWatch()
                .run(() -> new LookAheadAudit(cuts, seed)
                        .audit(
                                strategy.name(),
                                (Pack replayed) -> catalog.create(strategy.name(), parameters),
                                loaded.pack(),
                                ReplaySettings.defaults()));
        base.result(format.json() ? Json.text(json(report)) : text(report));
        return report.passed(trustDerived) ? 0 : Failures.FELL_SHORT;
    }

    private String text(AuditReport report) {
        StringBuilder text = new StringBuilder();
        for (Leak leak : report.leaks()) {
            line(text, base.ansi().string("@|bold,red LEAK|@ " + kind(leak) + " at " + time(leak.timeMs())));
            leak.cutMs().ifPresent(cut -> line(text, "  without what came after " + time(cut)));
            boolean sameData = leak.kind() == Leak.Kind.NOT_REPRODUCIBLE;
            told(text, sameData ? "  once:           " : "  with all data:  ", leak.shown());
            told(text, sameData ? "  once more:      " : "  without:        ", leak.instead());
            if (!sameData) {
                told(text, "  first datum:    ", leak.datum());
            }
        }
        for (AuditReport.Unverified rows : report.unverified()) {
            line(
                    text,
                    "unverified: " + Counted.of(rows.rows(), "row") + " of " + rows.series() + ", the first known at "
                            + time(rows.firstMs()) + (trustDerived ? " (trusted)" : "; --trust-derived accepts them"));
        }
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "%s: %s, %s, %s, %s, %s rebuilt",
                        report.strategy(),
                        Counted.of(report.cuts().size(), "cut"),
                        Counted.of(report.decisions(), "decision"),
                        Counted.of(report.fills(), "fill"),
                        Counted.of(report.marks(), "mark"),
                        Counted.of(report.derivedRows(), "derived row")));
        text.append(
                report.passed(trustDerived)
                        ? base.ansi().string("@|green passed|@: nothing depends on what was not known")
                        : base.ansi()
                                .string("@|bold,red fell short|@: "
                                        + Counted.of(report.leaks().size(), "leak") + ", "
                                        + report.unverified().size() + " unverified series"));
        return text.toString();
    }

    private Map<String, Object> json(AuditReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("strategy", report.strategy());
        document.put("passed", report.passed(trustDerived));
        document.put("cuts", report.cuts());
        document.put("decisions", report.decisions());
        document.put("fills", report.fills());
        document.put("marks", report.marks());
        document.put("derived_rows", report.derivedRows());
        document.put("leaks", report.leaks().stream().map(VerifyCommand::json).toList());
        document.put(
                "unverified",
                report.unverified().stream().map(VerifyCommand::json).toList());
        return document;
    }

    private static Map<String, Object> json(Leak leak) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", leak.kind().name().toLowerCase(Locale.ROOT));
        leak.cutMs().ifPresent(cut -> fields.put("cut_ms", cut));
        fields.put("time_ms", leak.timeMs());
        fields.put("shown", leak.shown());
        fields.put("instead", leak.instead());
        fields.put("first_datum", leak.datum());
        return fields;
    }

    private static Map<String, Object> json(AuditReport.Unverified rows) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("series", rows.series());
        fields.put("rows", rows.rows());
        fields.put("first_known_ms", rows.firstMs());
        return fields;
    }

    private static String kind(Leak leak) {
        return switch (leak.kind()) {
            case NOT_REPRODUCIBLE -> "two equal replays differ";
            case CUT -> "changed when later data were taken away";
            case ALTERED -> "changed when later data were altered";
            case DERIVED -> "a derived row depends on later bars";
            case EARLY_BAR -> "a bar counts as known before it ends";
        };
    }

    private static String time(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }

    /** Tags and details are the strategy's own. */
    private static void told(StringBuilder text, String what, String told) {
        line(text, Paragraph.wrapped(what + OneLine.of(told), what.length()));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
