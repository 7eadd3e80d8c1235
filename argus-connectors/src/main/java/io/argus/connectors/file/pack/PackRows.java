package io.argus.connectors.file.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.argus.domain.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of all sections of a JSON pack, as they come. */
final class PackRows {

    final List<JsonNode> instruments = new ArrayList<>();

    /** By symbol; under the empty one those that do not tell theirs. */
    final Map<String, BarRows> bars = new TreeMap<>();

    final OutcomeRows outcomes = new OutcomeRows();
    final RegimeRows regimes = new RegimeRows();
    final EventRows events = new EventRows();
    final SnapshotRows snapshots;

    private final String origin;
    private final BarRows.Row bar = new BarRows.Row();

    PackRows(String origin, SnapshotRows snapshots) {
        this.origin = origin;
        this.snapshots = snapshots;
    }

    /** Takes the rows of a section, or passes over what is none of a pack's. */
    void read(String section, JsonParser parser) throws IOException {
        switch (section) {
            case "instruments" ->
                JsonRows.each(parser, origin, section, i -> instruments.add(PackJson.MAPPER.readTree(parser)));
            case "bars" ->
                JsonRows.each(parser, origin, section, i -> {
                    bar.read(parser);
                    bars.computeIfAbsent(bar.symbol, each -> new BarRows()).add(i, bar);
                });
            case "outcomes" ->
                JsonRows.each(parser, origin, section, i -> {
                    if (i >= PackJson.MOST_OUTCOMES) {
                        throw new DataException(
                                origin,
                                "has more than " + PackJson.MOST_OUTCOMES
                                        + " outcomes, which JSON is too slow for; make it a .pack file");
                    }
                    outcomes.read(parser);
                });
            case "regimes" -> JsonRows.each(parser, origin, section, i -> regimes.read(i, parser));
            case "snapshots" -> JsonRows.each(parser, origin, section, i -> snapshots.read(parser));
            case "settlements" -> JsonRows.each(parser, origin, section, i -> events.settlement(parser));
            case "funding" -> JsonRows.each(parser, origin, section, i -> events.funding(parser));
            case "actions" -> JsonRows.each(parser, origin, section, i -> events.action(parser));
            case "trades" -> JsonRows.each(parser, origin, section, i -> events.trade(parser));
            case "index_prices" -> JsonRows.each(parser, origin, section, i -> events.indexPrice(parser));
            default -> parser.skipChildren();
        }
    }
}
