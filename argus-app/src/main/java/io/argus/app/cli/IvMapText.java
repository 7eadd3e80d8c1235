package io.argus.app.cli;

import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Table;
import io.argus.domain.pack.Pack;
import io.argus.replay.volatility.IvAbsence;
import io.argus.replay.volatility.IvConsensus;
import io.argus.replay.volatility.IvRoute;
import io.argus.replay.volatility.IvSource;
import io.argus.replay.volatility.IvTruthMap;
import io.argus.replay.volatility.Percentiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The IV truth map for people. */
final class IvMapText {

    private final Ansi ansi;

    IvMapText(Ansi ansi) {
        this.ansi = ansi;
    }

    String of(Pack pack, IvTruthMap map, IvTruthMap.Settings settings, Optional<TradeDiagnosis> diagnosis) {
        StringBuilder text = new StringBuilder();
        pack.labels()
                .forEach((name, value) -> text.append(ansi.string("@|bold,yellow " + name + "|@"))
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("at-the-money volatility of the expiry nearest ")
                .append(Counted.of(settings.targetDays(), "day"))
                .append(", as known at receipt\n")
                .append(sources(map).render(ansi));
        Table volatilities = volatilities(map);
        if (!volatilities.isEmpty()) {
            text.append("\n\n").append(volatilities.render(ansi));
        }
        Table missing = missing(map);
        if (!missing.isEmpty()) {
            text.append("\n\n").append(missing.render(ansi));
        }
        if (!map.consensus().isEmpty()) {
            text.append("\n\nsources compared, contract by contract; ")
                    .append(settings.policy())
                    .append(" stands\n")
                    .append(consensus(map).render(ansi));
        }
        diagnosis.ifPresent(found -> text.append("\n\n").append(diagnosis(found)));
        return text.toString();
    }

    private static Table sources(IvTruthMap map) {
        Table table = Table.of(
                "underlying",
                "provider",
                "snapshots>",
                "with IV>",
                "atm>",
                "contract>",
                "solved>",
                "stale p50/95/max ms");
        for (IvSource source : map.sources()) {
            table.row(
                    source.underlying(),
                    source.provider(),
                    Integer.toString(source.snapshots()),
                    source.allowed() ? share(source.withVolatility(), source.snapshots()) : "never",
                    count(source, IvRoute.PROVIDER_AT_THE_MONEY),
                    count(source, IvRoute.PROVIDER_CONTRACT),
                    count(source, IvRoute.SOLVED),
                    source.staleness().find().map(IvMapText::milliseconds).orElse("-"));
        }
        return table;
    }

    private static Table volatilities(IvTruthMap map) {
        Table table = Table.of("underlying", "provider", "IV by", "count>", "first", "last", "min>", "median>", "max>");
        for (IvSource source : map.sources()) {
            source.volatilities()
                    .forEach((route, range) -> table.row(
                            source.underlying(),
                            source.provider(),
                            way(route),
                            Integer.toString(range.count()),
                            day(range.firstMs()),
                            day(range.lastMs()),
                            decimal(range.least()),
                            decimal(range.median()),
                            decimal(range.largest())));
        }
        return table;
    }

    private static Table missing(IvTruthMap map) {
        Table table = Table.of("underlying", "provider", "missing because", "count>", "what to do");
        for (IvSource source : map.sources()) {
            source.missing()
                    .forEach((absence, count) -> table.row(
                            source.underlying(),
                            source.provider(),
                            absence.key(),
                            source.allowed() ? Integer.toString(count) : "-",
                            absence.remedy()));
            if (source.withoutPuts() > 0) {
                table.row(
                        source.underlying(),
                        source.provider(),
                        IvAbsence.NO_PUTS.key() + ", IV of calls",
                        Integer.toString(source.withoutPuts()),
                        IvAbsence.NO_PUTS.remedy());
            }
        }
        return table;
    }

    private static Table consensus(IvTruthMap map) {
        Table table =
                Table.of("underlying", "compared>", "warn>", "bad>", "abs p50>", "abs p95>", "abs max>", "providers");
        for (IvConsensus each : map.consensus()) {
            table.row(
                    each.underlying(),
                    Integer.toString(each.compared()),
                    Integer.toString(each.warned()),
                    Integer.toString(each.bad()),
                    decimal(each.absolute().median()),
                    decimal(each.absolute().p95()),
                    decimal(each.absolute().largest()),
                    String.join(", ", each.providers()));
        }
        return table;
    }

    private String diagnosis(TradeDiagnosis diagnosis) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %s, %s",
                diagnosis.strategy(),
                Counted.of(diagnosis.trades(), "trade"),
                Counted.of(diagnosis.fills(), "fill")));
        if (diagnosis.gates().isEmpty()) {
            text.append("; it does not count what stops it");
        } else {
            Table stops = Table.of("did not hold first", "times>");
            diagnosis.gates().forEach(gate -> stops.row(gate.gate(), Long.toString(gate.count())));
            text.append('\n').append(stops.render(ansi));
        }
        if (!diagnosis.rejections().isEmpty()) {
            Table rejections = Table.of("orders rejected", "times>");
            diagnosis.rejections().forEach((reason, count) -> rejections.row(reason, Long.toString(count)));
            text.append("\n\n").append(rejections.render(ansi));
        }
        return text.toString();
    }

    private static String count(IvSource source, IvRoute route) {
        return Integer.toString(source.routes().getOrDefault(route, 0));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "0" : String.format(Locale.ROOT, "%d (%.0f%%)", part, 100.0 * part / whole);
    }

    private static String milliseconds(Percentiles percentiles) {
        return String.format(
                Locale.ROOT, "%.0f/%.0f/%.0f", percentiles.median(), percentiles.p95(), percentiles.largest());
    }

    private static String way(IvRoute route) {
        return switch (route) {
            case PROVIDER_AT_THE_MONEY -> "atm";
            case PROVIDER_CONTRACT -> "contract";
            case SOLVED -> "solved";
        };
    }

    private static String day(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC).toString();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
