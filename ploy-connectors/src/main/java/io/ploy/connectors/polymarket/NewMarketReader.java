package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the stream says of new markets. It comes a few times a minute, so a tree does. */
final class NewMarketReader {
    private static final String VENUE = "polymarket";

    private final ObjectMapper mapper = new ObjectMapper();

    /** Empty if it does not name the market. What else it does not say, or not rightly, stays out. */
    Optional<NewMarket> read(String object) {
        JsonNode tree;
        try {
            tree = mapper.readTree(object);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        String market = tree.path("market").asText("");
        if (market.isBlank()) {
            return Optional.empty();
        }
        List<InstrumentId> outcomes = new ArrayList<>();
        for (JsonNode each : tree.path(tree.path("assets_ids").isArray() ? "assets_ids" : "clob_token_ids")) {
            if (!each.asText().isBlank()) {
                outcomes.add(new InstrumentId(VENUE, each.asText()));
            }
        }
        return Optional.of(
                new NewMarket(new MarketId(VENUE, market), tree.path("slug").asText(""), outcomes));
    }
}
