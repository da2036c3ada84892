package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows as the indexer's second version writes them. */
final class RowsV2 {
    private static final String[] ABOUT_PEOPLE = {
        "name", "pseudonym", "bio", "profile_image", "profile_image_optimized", "icon", "verified"
    };

    private RowsV2() {}

    static DataPosition position(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            in.ignore("opposite_outcome", "event_id", "end_date", "first_entry_at");
            return new DataPosition(
                    OutcomeLabel.text(in, "proxy_wallet"),
                    OutcomeLabel.v2(in).known(in),
                    PositionStatus.of(OutcomeLabel.text(in, "status")),
                    Amount.of(in.required("current_size")),
                    PositionFigures.v2(in),
                    in.optional("redeemable").map(JsonValue::bool).orElse(false),
                    in.optional("mergeable").map(JsonValue::bool).orElse(false),
                    in.optional("negative_risk").map(JsonValue::bool).orElse(false),
                    in.optional("archived").map(JsonValue::bool).orElse(false),
                    OutcomeLabel.text(in, "opposite_token_id"),
                    timeOrNull(in, "last_event_at"));
        });
    }

    static DataTrade trade(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            return new DataTrade(
                    OutcomeLabel.text(in, "proxy_wallet"),
                    OutcomeLabel.v2(in).known(in),
                    in.required("side").side(),
                    Amount.of(in.required("size")),
                    Amount.share(in.required("price")),
                    in.required("timestamp").time(),
                    OutcomeLabel.text(in, "transaction_hash"));
        });
    }

    static DataActivity activity(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            String type = in.required("type").id();
            return new DataActivity(
                    OutcomeLabel.text(in, "proxy_wallet"),
                    ActivityType.of(type),
                    type,
                    OutcomeLabel.text(in, "side"),
                    OutcomeLabel.v2(in),
                    Amount.orNull(in, "size"),
                    Amount.orNull(in, "usdc_size"),
                    in.filled("price").map(Amount::share).orElse(null),
                    in.required("timestamp").time(),
                    OutcomeLabel.text(in, "transaction_hash"),
                    in.optional("is_combo").map(JsonValue::bool).orElse(false));
        });
    }

    /** Zero stands for never. */
    static @Nullable Instant timeOrNull(JsonObject in, String member) {
        return in.filled(member)
                .map(JsonValue::time)
                .filter(at -> !at.equals(Instant.EPOCH))
                .orElse(null);
    }
}
