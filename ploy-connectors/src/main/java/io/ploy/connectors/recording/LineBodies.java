package io.ploy.connectors.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of lines that hold no frame. Both ways are exact. */
final class LineBodies {
    private LineBodies() {}

    /**
     * Books that cannot be trusted from here on.
     *
     * @param instruments whose books, or null for all that were known
     */
    record Gap(BookTrust trust, String reason, @Nullable List<InstrumentId> instruments) {}

    static Gap gap(String venue, JsonNode in) {
        BookTrust trust = BookTrust.valueOf(Json.text(in, "trust", BookTrust.SYNCING.name()));
        if (trust == BookTrust.LIVE) {
            throw new IllegalArgumentException("a gap leaves no book LIVE");
        }
        JsonNode listed = Json.optional(in, "instruments");
        List<InstrumentId> instruments = null;
        if (listed != null) {
            instruments = new ArrayList<>();
            for (JsonNode each : listed) {
                if (!each.isTextual()) {
                    throw new IllegalArgumentException("'instruments' is no list of texts");
                }
                instruments.add(new InstrumentId(venue, each.textValue()));
            }
        }
        return new Gap(trust, Json.text(in, "reason", ""), instruments);
    }

    static ObjectNode gap(BookTrust trust, String reason, @Nullable Collection<InstrumentId> instruments) {
        ObjectNode out = Json.MAPPER.createObjectNode();
        out.put("trust", trust.name()).put("reason", reason);
        if (instruments != null) {
            ArrayNode listed = out.putArray("instruments");
            instruments.forEach(each -> listed.add(each.symbol()));
        }
        return out;
    }

    static Resolution resolution(String venue, JsonNode in) {
        JsonNode payouts = Json.member(in, "payouts");
        if (!payouts.isArray()
                || payouts.size() != 2
                || !payouts.get(0).isTextual()
                || !payouts.get(1).isTextual()) {
            throw new IllegalArgumentException("'payouts' is no list of two texts");
        }
        return new Resolution(
                new MarketId(venue, Json.text(in, "market")),
                Price.parse(payouts.get(0).textValue()),
                Price.parse(payouts.get(1).textValue()),
                Json.instant(in, "at"));
    }

    static ObjectNode resolution(Resolution resolution) {
        ObjectNode out = Json.MAPPER.createObjectNode();
        out.put("market", resolution.market().symbol());
        out.putArray("payouts")
                .add(resolution.firstPayout().toString())
                .add(resolution.secondPayout().toString());
        return out.put("at", resolution.at().toString());
    }

    static MarketEvent price(JsonNode in, Instant at) {
        BigDecimal value = MarketJson.decimal(Json.text(in, "value"));
        return new MarketEvent.ReferencePriced(new ReferencePrice(
                Json.text(in, "symbol"), Json.text(in, "source"), value, Json.instant(in, "sourceTime"), at));
    }

    static ObjectNode price(ReferencePrice price) {
        return Json.MAPPER
                .createObjectNode()
                .put("symbol", price.symbol())
                .put("source", price.source())
                .put("value", price.value().toPlainString())
                .put("sourceTime", price.sourceTime().toString());
    }
}
