package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.Fields;
import io.argus.domain.ExchangeException.Retry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A message of a book channel, as it is sent.
 *
 * @param previous the change before it; empty when it is missing, null or 0
 */
record BookMessage(
        String instrument,
        boolean snapshot,
        long timeMs,
        long changeId,
        OptionalLong previous,
        List<Level> bids,
        List<Level> asks) {

    /** What becomes of a price: an amount of zero means that nothing is left. */
    record Level(BigDecimal price, BigDecimal amount) {}

    static BookMessage read(Fields fields) {
        OptionalLong previous = fields.findWhole("prev_change_id");
        return new BookMessage(
                fields.text("instrument_name"),
                fields.findText("type").orElse("").equals("snapshot"),
                fields.whole("timestamp"),
                fields.whole("change_id"),
                previous.orElse(0) == 0 ? OptionalLong.empty() : previous,
                levels(fields, "bids"),
                levels(fields, "asks"));
    }

    /** Snapshots that name a change before them were seen, and first books that call themselves a change. */
    boolean whole() {
        return snapshot || previous.isEmpty();
    }

    private static List<Level> levels(Fields fields, String side) {
        List<Level> levels = new ArrayList<>();
        for (JsonNode each : fields.object().path(side)) {
            // Channels of a few levels send pairs, without what became of a level: all of them are there.
            int price = each.size() - 2;
            if (price < 0
                    || price > 1
                    || !each.get(price).isNumber()
                    || !each.get(price + 1).isNumber()) {
                throw DeribitErrors.unreadable(fields.request(), "a level that is no price and amount", Retry.NEVER);
            }
            boolean deleted = price == 1 && each.get(0).asText().equals("delete");
            levels.add(new Level(
                    each.get(price).decimalValue().stripTrailingZeros(),
                    deleted
                            ? BigDecimal.ZERO
                            : each.get(price + 1).decimalValue().stripTrailingZeros()));
        }
        return levels;
    }
}
