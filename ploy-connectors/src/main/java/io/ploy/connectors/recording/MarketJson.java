package io.ploy.connectors.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market's definition in Ploy's own recordings. Both ways are exact. */
final class MarketJson {
    private static final int LONGEST_STRIKE = 60;

    private MarketJson() {}

    static ObjectNode write(VenueMarket definition) {
        Market market = definition.market();
        TradingRules rules = market.rules();
        ObjectNode out = Json.MAPPER.createObjectNode();
        out.put("id", market.id().symbol());
        market.event().ifPresent(event -> write(out, event, market.place()));
        out.put("slug", market.slug());
        out.put("question", market.question());
        out.put("status", market.status().name());
        ArrayNode outcomes = out.putArray("outcomes");
        for (Outcome outcome : market.outcomes()) {
            outcomes.addObject()
                    .put("name", outcome.name())
                    .put("instrument", outcome.instrument().symbol());
        }
        out.put("tickSize", rules.tickSize().toString());
        out.put("minimumSize", rules.minimumSize().toString());
        out.put(
                "minimumTakerNotional",
                FixedPoint.format(rules.minimumTakerNotional().micros()));
        out.put("takerDelay", rules.takerDelay().toString());
        out.put("epoch", rules.epoch());
        rules.fees()
                .ifPresent(fees -> out.putObject("fees")
                        .put("rate", FixedPoint.format(fees.rateMicros()))
                        .put("exponent", fees.exponent())
                        .put("takerOnly", fees.takerOnly()));
        out.put("negRisk", definition.negRisk());
        if (definition.version() != MarketVersion.CTF) {
            out.put("version", definition.version().word());
        }
        market.window().ifPresent(window -> write(out.putObject("window"), window));
        return out;
    }

    private static void write(ObjectNode out, Event event, int place) {
        out.put("event", event.id().symbol());
        if (!event.title().isEmpty()) {
            out.put("eventTitle", event.title());
        }
        if (event.structure() != EventStructure.INDEPENDENT) {
            out.put("eventStructure", event.structure().name());
        }
        if (event.markets() > 0) {
            out.put("eventMarkets", event.markets());
        }
        if (place > 0) {
            out.put("place", place);
        }
        if (!event.tags().isEmpty()) {
            event.tags().forEach(out.putArray("eventTags")::add);
        }
    }

    private static void write(ObjectNode out, MarketWindow window) {
        out.put("start", window.start().toString());
        out.put("end", window.end().toString());
        out.put("reference", window.referenceSymbol());
        window.strike().ifPresent(strike -> out.put("strike", strike.toPlainString()));
        out.put("settlementAverage", window.settlementAverage().toString());
    }

    static VenueMarket read(String venue, JsonNode in) {
        JsonNode outcomes = Json.member(in, "outcomes");
        if (!outcomes.isArray() || outcomes.size() != 2) {
            throw new IllegalArgumentException("'outcomes' is no list of two");
        }
        MarketId id = new MarketId(venue, Json.text(in, "id"));
        Market.Builder market = Market.builder(
                        id, outcome(venue, outcomes.get(0)), outcome(venue, outcomes.get(1)), rules(in))
                .slug(Json.text(in, "slug", id.symbol()))
                .question(Json.text(in, "question", ""))
                .status(MarketStatus.valueOf(Json.text(in, "status", MarketStatus.OPEN.name())))
                .window(window(Json.optional(in, "window")));
        if (Json.optional(in, "event") != null) {
            market.event(event(venue, in)).place(number(in, "place"));
        }
        return new VenueMarket(
                market.build(),
                Json.bool(in, "negRisk", false),
                MarketVersion.of(Json.text(in, "version", MarketVersion.CTF.word())));
    }

    private static Event event(String venue, JsonNode in) {
        List<String> tags = new ArrayList<>();
        JsonNode listed = Json.optional(in, "eventTags");
        if (listed != null) {
            listed.forEach(tag -> tags.add(tag.asText()));
        }
        return new Event(
                new EventId(venue, Json.text(in, "event")),
                Json.text(in, "eventTitle", ""),
                EventStructure.valueOf(Json.text(in, "eventStructure", EventStructure.INDEPENDENT.name())),
                number(in, "eventMarkets"),
                tags);
    }

    private static int number(JsonNode in, String name) {
        return Json.optional(in, name) == null ? 0 : Math.toIntExact(Json.whole(in, name));
    }

    private static Outcome outcome(String venue, JsonNode in) {
        return new Outcome(Json.text(in, "name"), new InstrumentId(venue, Json.text(in, "instrument")));
    }

    private static TradingRules rules(JsonNode in) {
        TradingRules.Builder rules =
                TradingRules.builder(new TickSize(Json.micros(in, "tickSize"))).fees(fees(Json.optional(in, "fees")));
        if (Json.optional(in, "minimumSize") != null) {
            rules.minimumSize(Quantity.ofMicros(Json.micros(in, "minimumSize")));
        }
        if (Json.optional(in, "minimumTakerNotional") != null) {
            rules.minimumTakerNotional(Cash.ofMicros(Json.micros(in, "minimumTakerNotional")));
        }
        if (Json.optional(in, "takerDelay") != null) {
            rules.takerDelay(Duration.parse(Json.text(in, "takerDelay")));
        }
        if (Json.optional(in, "epoch") != null) {
            rules.epoch(Json.whole(in, "epoch"));
        }
        return rules.build();
    }

    private static @Nullable FeeSchedule fees(@Nullable JsonNode in) {
        if (in == null) {
            return null;
        }
        return new FeeSchedule(
                Json.micros(in, "rate"), Math.toIntExact(Json.whole(in, "exponent")), Json.bool(in, "takerOnly", true));
    }

    private static @Nullable MarketWindow window(@Nullable JsonNode in) {
        if (in == null) {
            return null;
        }
        return new MarketWindow(
                Json.instant(in, "start"),
                Json.instant(in, "end"),
                Json.text(in, "reference"),
                Json.optional(in, "strike") == null ? null : decimal(Json.text(in, "strike")),
                Duration.parse(Json.text(in, "settlementAverage", "PT0S")));
    }

    /** A number outside the venue's own scale, such as a reference price. Bounded, since 1e999999999 is a number too. */
    static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_STRIKE) {
            throw new IllegalArgumentException("number of more than " + LONGEST_STRIKE + " digits");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) {
                throw new IllegalArgumentException("no decimal number: '" + text + "'");
            }
        }
        return new BigDecimal(text);
    }
}
