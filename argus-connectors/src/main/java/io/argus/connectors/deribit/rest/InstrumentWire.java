package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of {@code public/get_instruments}, as it is sent. Answers of 2021 have no settlement currency, and none says
 * in one field alone whether a contract is inverse.
 *
 * @param commission of takers, a fraction
 * @param payoff {@code linear} or {@code reversed}, from whichever field has it
 */
record InstrumentWire(
        String name,
        String kind,
        String baseCurrency,
        String quoteCurrency,
        Optional<String> settlementCurrency,
        Optional<String> payoff,
        BigDecimal contractSize,
        BigDecimal smallestTrade,
        BigDecimal tick,
        List<TickStep> tickSteps,
        BigDecimal commission,
        OptionalLong expiryMs,
        Optional<BigDecimal> strike,
        Optional<String> optionType,
        boolean active) {

    /** From a price up, another tick. */
    record TickStep(BigDecimal abovePrice, BigDecimal tick) {}

    static InstrumentWire read(Fields fields) {
        OptionalLong expiry = fields.findWhole("expiration_timestamp");
        return new InstrumentWire(
                fields.text("instrument_name"),
                fields.text("kind"),
                fields.text("base_currency"),
                fields.text("quote_currency"),
                fields.findText("settlement_currency"),
                fields.findText("instrument_type").or(() -> fields.findText("future_type")),
                fields.decimal("contract_size"),
                fields.decimal("min_trade_amount"),
                fields.decimal("tick_size"),
                tickSteps(fields),
                fields.decimal("taker_commission"),
                expiry.orElse(DeribitExpiry.NEVER_MS) == DeribitExpiry.NEVER_MS ? OptionalLong.empty() : expiry,
                fields.findNumber("strike").isPresent() ? Optional.of(fields.decimal("strike")) : Optional.empty(),
                fields.findText("option_type"),
                fields.flag("is_active"));
    }

    private static List<TickStep> tickSteps(Fields fields) {
        List<TickStep> steps = new ArrayList<>();
        for (JsonNode each : fields.object().path("tick_size_steps")) {
            Fields step = new Fields(fields.request(), each);
            steps.add(new TickStep(step.decimal("above_price"), step.decimal("tick_size")));
        }
        return steps;
    }
}
