package io.ploy.connectors.polymarket.data;

import io.ploy.api.money.Price;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the answer to a market's question has come, as indexed.
 *
 * @param conditionId the market's condition; empty if it was asked for by question
 * @param questionId the oracle's question, may be empty
 * @param stage how far
 * @param disputed whether there ever was a dispute
 * @param payouts what a share of each outcome pays; empty unless it is resolved
 * @param resolvedAt when it was, or null
 * @param expectedSettlement when it may be, or null; no promise
 */
public record ConditionResolution(
        String conditionId,
        String questionId,
        ResolutionStage stage,
        boolean disputed,
        List<Price> payouts,
        @Nullable Instant resolvedAt,
        @Nullable Instant expectedSettlement) {
    /** Copies the list. */
    public ConditionResolution {
        payouts = List.copyOf(payouts);
    }

    static ConditionResolution read(JsonValue row) {
        return row.object(in -> {
            in.ignore(
                    "transaction_hash",
                    "log_index",
                    "last_update_timestamp",
                    "new_version_q",
                    "extended_review",
                    "market_type",
                    "price",
                    "proposed_price",
                    "reproposed_price",
                    "reporter",
                    "resolution_source",
                    "resolved_block",
                    "settlement_time_basis",
                    "was_arbitrated");
            ResolutionStage stage = ResolutionStage.of(in.required("status").id());
            List<Price> payouts = payouts(in);
            return new ConditionResolution(
                    OutcomeLabel.text(in, "condition_id"),
                    OutcomeLabel.text(in, "question_id"),
                    stage,
                    in.optional("was_disputed").map(JsonValue::bool).orElse(false),
                    stage == ResolutionStage.RESOLVED ? payouts : List.of(),
                    RowsV2.timeOrNull(in, "resolved_at"),
                    RowsV2.timeOrNull(in, "expected_settlement_time"));
        });
    }

    private static List<Price> payouts(JsonObject in) {
        return in.optional("payouts")
                .map(list -> list.list(value -> value.as(micros -> new Price(micros.whole()))))
                .orElse(List.of());
    }
}
