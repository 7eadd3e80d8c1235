package io.argus.connectors.file.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An instrument as JSON. What spot instruments leave out has defaults; contracts must say what they are. */
final class InstrumentDocument {

    private InstrumentDocument() {}

    static ObjectNode write(Instrument instrument) {
        ContractSpec spec = instrument.spec();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("symbol", instrument.symbol());
        node.put("kind", lower(spec.kind()));
        node.put("payoff", lower(spec.payoff()));
        node.put("multiplier", spec.multiplier());
        node.put("lot_size", spec.lotSize());
        ArrayNode ticks = node.putArray("tick_size_steps");
        spec.tickSizes()
                .forEach(step ->
                        ticks.addObject().put("above_price", step.abovePrice()).put("tick_size", step.tick()));
        node.put("quote_currency", spec.quoteCurrency());
        node.put("settlement_currency", spec.settlementCurrency());
        node.put("calendar", instrument.calendar().name());
        if (spec.kind() == ContractSpec.Kind.OPTION) {
            node.put("exercise", lower(spec.exercise()));
        }
        FeeSchedule fees = instrument.fees();
        node.putObject("fee_schedule")
                .put("commission_rate", fees.commissionRate())
                .put("commission_per_unit", fees.commissionPerUnit())
                .put("commission_of_underlying", fees.commissionOfUnderlying())
                .put("commission_cap", fees.commissionCap())
                .put("slippage_rate", fees.slippageRate())
                .put("slippage_per_unit", fees.slippagePerUnit())
                .put("slippage_ticks", fees.slippageTicks())
                .put("delivery_of_underlying", fees.deliveryOfUnderlying());
        return node;
    }

    /**
     * @param usual the calendar of instruments that name none
     * @throws IllegalArgumentException when the instrument cannot be told
     */
    static Instrument read(JsonNode node, TradingCalendar usual) {
        String symbol = text(node, "symbol", "");
        ContractSpec.Kind kind = constant(ContractSpec.Kind.values(), "kind", text(node, "kind", "spot"));
        boolean spot = kind == ContractSpec.Kind.SPOT;
        String quote = text(node, "quote_currency", "USD");
        List<ContractSpec.TickSize> ticks = new ArrayList<>();
        JsonNode steps = node.path("tick_size_steps");
        if (!steps.isArray() && !steps.isMissingNode() && !steps.isNull()) {
            throw new IllegalArgumentException("tick_size_steps is not a list: " + steps);
        }
        steps.forEach(step -> ticks.add(new ContractSpec.TickSize(
                number(step, "above_price", Optional.of(0.0)), number(step, "tick_size", Optional.empty()))));
        ContractSpec spec = new ContractSpec(
                kind,
                constant(ContractSpec.Payoff.values(), "payoff", text(node, "payoff", "linear")),
                number(node, "multiplier", spot ? Optional.of(1.0) : Optional.empty()),
                number(node, "lot_size", Optional.of(spot ? ContractSpec.FRACTIONAL_LOT : 1.0)),
                ticks,
                quote,
                text(node, "settlement_currency", quote),
                constant(ContractSpec.Exercise.values(), "exercise", text(node, "exercise", "european")));
        String calendar = text(node, "calendar", usual.name());
        return new Instrument(
                symbol,
                spec,
                findCalendar(calendar)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no calendar is called \"" + calendar + "\"; there are NYSE and 24/7")),
                fees(node.path("fee_schedule"), kind));
    }

    /** The calendar of this name, or of the kind of market that has it. */
    static Optional<TradingCalendar> findCalendar(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "EQUITIES", "XNYS" -> Optional.of(TradingCalendar.newYorkStockExchange());
            case "CRYPTO" -> Optional.of(TradingCalendar.roundTheClock());
            default -> TradingCalendar.find(name);
        };
    }

    private static FeeSchedule fees(JsonNode node, ContractSpec.Kind kind) {
        if (node.isTextual()) {
            return namedFees(node.textValue());
        }
        if (!node.isObject()) {
            if (!node.isMissingNode() && !node.isNull()) {
                throw new IllegalArgumentException("fee_schedule is neither a name nor an object: " + node);
            }
            if (kind != ContractSpec.Kind.SPOT) {
                throw new IllegalArgumentException("a " + lower(kind) + " needs a fee_schedule");
            }
            return FeeSchedule.SPOT;
        }
        Optional<Double> none = Optional.of(0.0);
        return new FeeSchedule(
                number(node, "commission_rate", none),
                number(node, "commission_per_unit", none),
                number(node, "commission_of_underlying", none),
                number(node, "commission_cap", Optional.of(1.0)),
                number(node, "slippage_rate", none),
                number(node, "slippage_per_unit", none),
                number(node, "slippage_ticks", none),
                number(node, "delivery_of_underlying", none));
    }

    private static FeeSchedule namedFees(String name) {
        return switch (name) {
            case "spot" -> FeeSchedule.SPOT;
            case "us_options" -> FeeSchedule.US_OPTIONS;
            case "deribit_options" -> FeeSchedule.DERIBIT_OPTIONS;
            case "deribit_futures" -> FeeSchedule.DERIBIT_FUTURES;
            case "none" -> FeeSchedule.NONE;
            default ->
                throw new IllegalArgumentException("no fee_schedule is called \"" + name
                        + "\"; there are spot, us_options, deribit_options, deribit_futures and none");
        };
    }

    private static double number(JsonNode node, String key, Optional<Double> missing) {
        JsonNode value = node.path(key);
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (!value.isMissingNode() && !value.isNull()) {
            throw new IllegalArgumentException(key + " is not a number: " + value);
        }
        return missing.orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }

    private static String text(JsonNode node, String key, String missing) {
        JsonNode value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return missing;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " is not a text: " + value);
        }
        return value.textValue();
    }

    private static <E extends Enum<E>> E constant(E[] constants, String key, String name) {
        for (E each : constants) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no " + key + " is called \"" + name + "\"");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
