package io.ploy.testkit.polymarket.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.FixedPoint;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Rows as either version writes them: the same figures under other names. */
final class Rows {
    private static final long PERCENT = 100;

    private final boolean second;

    /** Writes rows of the second version, or the first. */
    Rows(boolean second) {
        this.second = second;
    }

    ObjectNode position(VenueAccount account, ListedMarket market, boolean first, Held held, Standing standing) {
        ObjectNode row = row(account, market, first);
        long value = Held.worth(held.shares(), standing.price());
        long unrealised = value - held.cost();
        put(row, "current_size", "size", held.shares());
        put(row, "avg_price", "avgPrice", held.averagePrice());
        put(row, "entry_cost_usdc", "initialValue", held.cost());
        if (second) {
            row.put("entry_fees_usdc", number(held.fees()));
            row.put("total_cost_usdc", number(held.cost() + held.fees()));
            row.put("status", standing.word(held));
            row.put("unrealized_pnl", number(unrealised));
            row.put("last_event_at", held.changedAt().getEpochSecond());
            row.put("archived", false);
        }
        put(row, "current_price", "curPrice", standing.price());
        put(row, "current_value", "currentValue", value);
        put(row, "total_size", "totalBought", held.bought());
        put(row, "realized_pnl", "realizedPnl", held.realised());
        put(row, "total_pnl", "cashPnl", second ? unrealised + held.realised() : unrealised);
        put(row, "percent_pnl", "percentPnl", percent(unrealised, held.cost()));
        put(row, "percent_realized_pnl", "percentRealizedPnl", percent(held.realised(), held.cost()));
        row.put("redeemable", standing.isRedeemable(held));
        row.put("mergeable", standing.mergeable());
        row.put(second ? "negative_risk" : "negativeRisk", market.negRisk());
        Outcome opposite = first ? market.market().second() : market.market().first();
        row.put(second ? "opposite_outcome" : "oppositeOutcome", opposite.name());
        row.put(
                second ? "opposite_token_id" : "oppositeAsset",
                opposite.instrument().symbol());
        row.put(
                second ? "end_date" : "endDate",
                LocalDate.ofInstant(market.endsAt(), ZoneOffset.UTC).toString());
        return row;
    }

    ObjectNode trade(Activity activity) {
        ObjectNode row = row(activity.account(), activity.market(), activity.first());
        row.put("side", String.valueOf(activity.side()));
        row.put("size", number(activity.shares()));
        row.put("price", number(activity.price()));
        row.put("timestamp", activity.at().getEpochSecond());
        row.put(second ? "transaction_hash" : "transactionHash", activity.transactionHash());
        return row;
    }

    ObjectNode activity(Activity activity) {
        ObjectNode row = trade(activity);
        row.put("type", activity.type());
        put(row, "usdc_size", "usdcSize", activity.cash());
        if (!activity.isTrade()) {
            row.put("side", "");
            row.put(second ? "token_id" : "asset", "");
            row.put(second ? "outcome_index" : "outcomeIndex", 999);
            row.put("outcome", "");
        }
        return row;
    }

    private ObjectNode row(VenueAccount account, ListedMarket market, boolean first) {
        Outcome outcome = first ? market.market().first() : market.market().second();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(second ? "proxy_wallet" : "proxyWallet", account.wallet().hex());
        row.put(second ? "token_id" : "asset", outcome.instrument().symbol());
        row.put(second ? "condition_id" : "conditionId", market.conditionId());
        row.put("title", market.market().question());
        row.put("slug", market.market().slug());
        row.put("icon", "");
        row.put(second ? "event_id" : "eventId", market.event().id());
        row.put(second ? "event_slug" : "eventSlug", market.event().slug());
        row.put("outcome", outcome.name());
        row.put(second ? "outcome_index" : "outcomeIndex", first ? 0 : 1);
        return row;
    }

    private void put(ObjectNode row, String inSecond, String inFirst, long micros) {
        row.put(second ? inSecond : inFirst, number(micros));
    }

    private static long percent(long part, long whole) {
        return whole == 0 ? 0 : FixedPoint.mulDiv(part, PERCENT * FixedPoint.ONE, whole, RoundingMode.DOWN);
    }

    static BigDecimal number(long micros) {
        return new BigDecimal(FixedPoint.format(micros));
    }
}
