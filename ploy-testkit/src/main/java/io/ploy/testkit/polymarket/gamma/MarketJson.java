package io.ploy.testkit.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.FixedPoint;
import io.ploy.testkit.polymarket.game.Game;
import io.ploy.testkit.polymarket.game.Games;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market as the catalogue writes it: lists of texts as JSON within a text, some figures as text and some as numbers. */
final class MarketJson {
    private final Catalogue catalogue;
    private final Snapshots snapshots;
    private final Games games;

    MarketJson(Catalogue catalogue, Snapshots snapshots, Games games) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.games = games;
    }

    ObjectNode write(ListedMarket listed) {
        Market market = listed.market();
        Snapshot snapshot = snapshots.of(listed);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", listed.id());
        json.put("question", market.question());
        json.put("conditionId", listed.conditionId());
        json.put("slug", market.slug());
        json.put("resolutionSource", listed.resolutionSource());
        json.put("endDate", listed.endsAt().toString());
        json.put("liquidity", FixedPoint.format(snapshot.liquidity()));
        json.put("startDate", listed.createdAt().toString());
        json.put("image", "");
        json.put("icon", "");
        json.put("description", listed.description());
        json.put("outcomes", texts(market.first().name(), market.second().name()));
        json.put("outcomePrices", prices(listed, snapshot));
        json.put("volume", FixedPoint.format(snapshot.volume()));
        json.put("active", market.status() != MarketStatus.DISCOVERED);
        json.put("closed", closed(market.status()));
        json.put("marketMakerAddress", "");
        json.put("createdAt", listed.createdAt().toString());
        json.put("updatedAt", snapshot.at().toString());
        json.put("new", false);
        json.put("featured", false);
        json.put("archived", false);
        json.put("restricted", true);
        json.put("groupItemTitle", listed.groupItemTitle());
        json.put("groupItemThreshold", "0");
        json.put("questionID", listed.questionId());
        json.put("enableOrderBook", true);
        rules(json, market.rules());
        json.put("volumeNum", number(snapshot.volume()));
        json.put("liquidityNum", number(snapshot.liquidity()));
        json.put("endDateIso", date(listed.endsAt()).toString());
        json.put("startDateIso", date(listed.createdAt()).toString());
        json.put("volume24hr", number(snapshot.lastDay()));
        json.put("volumeClob", number(snapshot.volume()));
        json.put("liquidityClob", number(snapshot.liquidity()));
        ids(json, listed);
        json.put("acceptingOrders", market.status().acceptsOrders());
        json.put("acceptingOrdersTimestamp", listed.createdAt().toString());
        json.put("negRisk", listed.negRisk());
        if (listed.negRisk()) {
            json.put("negRiskMarketID", listed.negRiskMarketId());
        }
        json.put("negRiskOther", "Other".equals(listed.groupItemTitle()));
        json.put("automaticallyActive", true);
        json.put("rfqEnabled", false);
        quotes(json, snapshot);
        market.window()
                .ifPresent(window -> json.put("eventStartTime", window.start().toString()));
        games.of(listed.event().id()).ifPresent(game -> game(json, game));
        resolution(json, listed);
        json.put("version", listed.version().word());
        return json;
    }

    private static void game(ObjectNode json, Game game) {
        json.put("gameStartTime", game.startText());
        json.put("eventStartTime", game.startsAt().toString());
        json.put("gameId", Long.toString(game.id()));
        json.put("sportsMarketType", "moneyline");
        json.put("clearBookOnStart", true);
    }

    /** Whether a market is over for the catalogue: only one that takes or may again take orders is not. */
    static boolean closed(MarketStatus status) {
        return switch (status) {
            case CLOSED, RESOLVED, VOID -> true;
            default -> false;
        };
    }

    private static void ids(ObjectNode json, ListedMarket listed) {
        if (listed.version() == ProtocolVersion.V1) {
            json.put("clobTokenIds", texts(listed.tokenId(true), listed.tokenId(false)));
        } else {
            json.putNull("clobTokenIds");
            json.putArray("positionIds").add(listed.tokenId(true)).add(listed.tokenId(false));
        }
    }

    private static void rules(ObjectNode json, TradingRules rules) {
        json.put("orderPriceMinTickSize", number(rules.tickSize().micros()));
        json.put("orderMinSize", number(rules.minimumSize().micros()));
        if (rules.takerDelay().toSeconds() > 0) {
            json.put("secondsDelay", rules.takerDelay().toSeconds());
        }
        FeeSchedule fees = rules.fees().orElse(FeeSchedule.FREE);
        boolean charged = fees.rateMicros() > 0;
        json.put("feesEnabled", charged);
        if (charged) {
            json.put("makerBaseFee", 1000);
            json.put("takerBaseFee", 1000);
            json.put("feeType", "simulated_fees");
            ObjectNode schedule = json.putObject("feeSchedule");
            schedule.put("exponent", fees.exponent());
            schedule.put("rate", number(fees.rateMicros()));
            schedule.put("takerOnly", fees.takerOnly());
            schedule.put("rebateRate", 0.2);
        } else {
            json.putNull("feeType");
        }
    }

    private static void quotes(ObjectNode json, Snapshot snapshot) {
        put(json, "bestBid", snapshot.bestBid());
        put(json, "bestAsk", snapshot.bestAsk());
        put(json, "lastTradePrice", snapshot.lastPrice());
        Long bid = snapshot.bestBid();
        Long ask = snapshot.bestAsk();
        if (bid != null && ask != null) {
            json.put("spread", number(ask - bid));
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Long micros) {
        if (micros != null) {
            json.put(name, number(micros));
        }
    }

    private void resolution(ObjectNode json, ListedMarket listed) {
        String status = word(listed.market().status());
        if (listed.version() == ProtocolVersion.V2) {
            json.put("resolutionStatus", listed.market().status().isFinal() ? "resolved" : "active");
        } else {
            json.put("umaResolutionStatuses", status.isEmpty() ? "[]" : texts(status));
            if (!status.isEmpty()) {
                json.put("umaResolutionStatus", status);
            }
        }
        catalogue
                .resolved(listed.market().id())
                .ifPresent(resolved -> json.put("closedTime", resolved.at().toString()));
    }

    private static String word(MarketStatus status) {
        return switch (status) {
            case PROPOSED -> "proposed";
            case DISPUTED -> "disputed";
            case RESOLVED, VOID -> "resolved";
            default -> "";
        };
    }

    private String prices(ListedMarket listed, Snapshot snapshot) {
        Optional<Catalogue.Resolved> resolved =
                catalogue.resolved(listed.market().id());
        if (resolved.isPresent()) {
            return texts(
                    resolved.get().resolution().firstPayout().toString(),
                    resolved.get().resolution().secondPayout().toString());
        }
        long first = snapshot.first();
        return texts(FixedPoint.format(first), FixedPoint.format(FixedPoint.ONE - first));
    }

    private static String texts(String... values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            array.add(value);
        }
        return array.toString();
    }

    static BigDecimal number(long micros) {
        return new BigDecimal(FixedPoint.format(micros));
    }

    private static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
