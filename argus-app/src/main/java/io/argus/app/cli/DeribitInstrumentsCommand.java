package io.argus.app.cli;

import io.argus.app.recording.ExchangeAccess;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.market.ContractSpec;
import io.argus.research.port.InstrumentSource.Listed;
import io.argus.research.port.InstrumentSource.Listing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code argus deribit instruments}. */
@Command(
        name = "instruments",
        description = "Lists what is traded in a currency.",
        footer = {"", "Example:", "  argus deribit instruments --currency BTC --kind option"})
final class DeribitInstrumentsCommand implements Runnable {

    private final Terminal base;
    private final ExchangeAccess.Opener exchanges;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private ExchangeOptions exchange = new ExchangeOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "Only spot, future, perpetual or option.")
    private Optional<ContractSpec.Kind> kind = Optional.empty();

    DeribitInstrumentsCommand(Terminal base, ExchangeAccess.Opener exchanges) {
        this.base = base;
        this.exchanges = exchanges;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        Listing listing;
        try (ExchangeAccess access = exchanges.open(exchange.address())) {
            listing = access.instruments().list(exchange.market().currency());
        }
        List<Listed> wanted = listing.instruments().stream()
                .filter(each ->
                        kind.isEmpty() || kind.get() == each.instrument().spec().kind())
                .toList();
        terminal.result(
                format.json()
                        ? Json.text(Map.of(
                                "instruments",
                                wanted.stream()
                                        .map(DeribitInstrumentsCommand::json)
                                        .toList()))
                        : table(wanted, terminal));
        if (!listing.skipped().isEmpty()) {
            terminal.say(listing.skipped().size() + " not understood or not traded here, such as "
                    + listing.skipped().get(0));
        }
    }

    private static String table(List<Listed> wanted, Terminal terminal) {
        Table table = Table.of("instrument", "kind", "pays", "settles in", "expiry", "lot>", "tick>");
        for (Listed each : wanted) {
            ContractSpec spec = each.instrument().spec();
            table.row(
                    each.instrument().symbol(),
                    lowerCase(spec.kind()),
                    lowerCase(spec.payoff()),
                    spec.settlementCurrency(),
                    expiry(each).orElse("never"),
                    String.valueOf(spec.lotSize()),
                    String.valueOf(spec.tickSizes().get(0).tick()));
        }
        return table.render(terminal.ansi());
    }

    private static Map<String, Object> json(Listed listed) {
        ContractSpec spec = listed.instrument().spec();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("symbol", listed.instrument().symbol());
        fields.put("kind", lowerCase(spec.kind()));
        fields.put("payoff", lowerCase(spec.payoff()));
        fields.put("multiplier", spec.multiplier());
        fields.put("lot_size", spec.lotSize());
        fields.put("quote_currency", spec.quoteCurrency());
        fields.put("settlement_currency", spec.settlementCurrency());
        listed.expiryMs().ifPresent(expiryMs -> fields.put("expiry_ms", expiryMs));
        listed.option().ifPresent(option -> {
            fields.put("underlying", option.underlying());
            fields.put("strike", option.strike());
            fields.put("right", lowerCase(option.right()));
        });
        fields.put("active", listed.active());
        return fields;
    }

    private static Optional<String> expiry(Listed listed) {
        return listed.expiryMs().stream()
                .mapToObj(expiryMs -> Instant.ofEpochMilli(expiryMs).toString().substring(0, 16))
                .findFirst();
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Reads a kind by its name in small letters. */
    static final class KindConverter implements ITypeConverter<ContractSpec.Kind> {

        @Override
        public ContractSpec.Kind convert(String value) {
            for (ContractSpec.Kind kind : ContractSpec.Kind.values()) {
                if (lowerCase(kind).equals(value)) {
                    return kind;
                }
            }
            throw new TypeConversionException("expected spot, future, perpetual or option, not \"" + value + "\"");
        }
    }
}
