package io.argus.domain.pack;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import java.util.List;
import java.util.stream.Collectors;

/** A pack's metadata as one JSON text that depends on nothing but the content: no spaces, keys in fixed order. */
final class CanonicalMetadata {

    private CanonicalMetadata() {}

    static String of(Pack pack) {
        return "{\"bars\":"
                + array(pack.bars().stream()
                        .map(series -> "{\"symbol\":" + text(series.symbol()) + ",\"duration_ms\":"
                                + series.durationMs() + "}")
                        .toList())
                + ",\"instruments\":"
                + array(pack.instruments().stream()
                        .map(CanonicalMetadata::instrument)
                        .toList())
                + ",\"options\":"
                + array(pack.optionTerms().stream()
                        .map(CanonicalMetadata::instrument)
                        .toList())
                + ",\"labels\":"
                + array(pack.labels().entrySet().stream()
                        .map(label -> "[" + text(label.getKey()) + "," + text(label.getValue()) + "]")
                        .toList())
                + "}";
    }

    private static String instrument(Instrument instrument) {
        ContractSpec spec = instrument.spec();
        FeeSchedule fees = instrument.fees();
        return "{\"symbol\":" + text(instrument.symbol())
                + ",\"kind\":" + text(spec.kind().name())
                + ",\"payoff\":" + text(spec.payoff().name())
                + ",\"multiplier\":" + spec.multiplier()
                + ",\"lot_size\":" + spec.lotSize()
                + ",\"tick_sizes\":"
                + array(spec.tickSizes().stream()
                        .map(step -> "[" + step.abovePrice() + "," + step.tick() + "]")
                        .toList())
                + ",\"quote_currency\":" + text(spec.quoteCurrency())
                + ",\"settlement_currency\":" + text(spec.settlementCurrency())
                + ",\"exercise\":" + text(spec.exercise().name())
                + ",\"calendar\":" + text(instrument.calendar().name())
                + ",\"fees\":["
                + fees.commissionRate() + "," + fees.commissionPerUnit() + "," + fees.commissionOfUnderlying() + ","
                + fees.commissionCap() + "," + fees.slippageRate() + "," + fees.slippagePerUnit() + ","
                + fees.slippageTicks() + "," + fees.deliveryOfUnderlying() + "]}";
    }

    private static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
