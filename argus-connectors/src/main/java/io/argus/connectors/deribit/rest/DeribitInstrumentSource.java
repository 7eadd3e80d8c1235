package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Fields;
import io.argus.domain.ExchangeException;
import io.argus.research.port.InstrumentSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What Deribit lists now. */
public final class DeribitInstrumentSource implements InstrumentSource {

    private static final String METHOD = "public/get_instruments";

    private final DeribitRest rest;

    public DeribitInstrumentSource(DeribitRest rest) {
        this.rest = rest;
    }

    @Override
    public Listing list(String currency) {
        return listing(rest.call(METHOD, Map.of("currency", currency, "expired", false)));
    }

    static Listing listing(JsonNode result) {
        List<Listed> listed = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (JsonNode row : result) {
            try {
                listed.add(InstrumentMapper.listed(InstrumentWire.read(new Fields(METHOD, row))));
            } catch (IllegalArgumentException | ExchangeException e) {
                skipped.add(row.path("instrument_name").asText("a row without a name") + ": " + e.getMessage());
            }
        }
        listed.sort(Comparator.comparing(each -> each.instrument().symbol()));
        return new Listing(listed, skipped);
    }
}
