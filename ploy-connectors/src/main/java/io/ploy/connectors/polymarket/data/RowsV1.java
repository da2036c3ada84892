package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;

/** Rows as the indexer's first version writes them. */
final class RowsV1 {
    private static final String[] ABOUT_PEOPLE = {
        "name", "pseudonym", "bio", "profileImage", "profileImageOptimized", "icon", "verified"
    };
    private static final Amount NOTHING = new Amount(BigDecimal.ZERO);

    private RowsV1() {}

    static DataPosition position(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            in.ignore("oppositeOutcome", "eventId", "endDate");
            boolean redeemable = in.optional("redeemable").map(JsonValue::bool).orElse(false);
            return new DataPosition(
                    OutcomeLabel.text(in, "proxyWallet"),
                    OutcomeLabel.v1(in).known(in),
                    redeemable ? PositionStatus.REDEEMABLE : PositionStatus.OPEN,
                    Amount.of(in.required("size")),
                    PositionFigures.v1(in),
                    redeemable,
                    in.optional("mergeable").map(JsonValue::bool).orElse(false),
                    in.optional("negativeRisk").map(JsonValue::bool).orElse(false),
                    false,
                    OutcomeLabel.text(in, "oppositeAsset"),
                    null);
        });
    }

    static DataPosition closedPosition(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            in.ignore("oppositeOutcome", "eventId", "endDate");
            return new DataPosition(
                    OutcomeLabel.text(in, "proxyWallet"),
                    OutcomeLabel.v1(in).known(in),
                    PositionStatus.CLOSED,
                    NOTHING,
                    PositionFigures.v1(in),
                    false,
                    false,
                    in.optional("negativeRisk").map(JsonValue::bool).orElse(false),
                    false,
                    OutcomeLabel.text(in, "oppositeAsset"),
                    in.optional("timestamp").map(JsonValue::time).orElse(null));
        });
    }

    static DataTrade trade(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            return new DataTrade(
                    OutcomeLabel.text(in, "proxyWallet"),
                    OutcomeLabel.v1(in).known(in),
                    in.required("side").side(),
                    Amount.of(in.required("size")),
                    Amount.share(in.required("price")),
                    in.required("timestamp").time(),
                    OutcomeLabel.text(in, "transactionHash"));
        });
    }

    static DataActivity activity(JsonValue row) {
        return row.object(in -> {
            in.ignore(ABOUT_PEOPLE);
            String type = in.required("type").id();
            return new DataActivity(
                    OutcomeLabel.text(in, "proxyWallet"),
                    ActivityType.of(type),
                    type,
                    OutcomeLabel.text(in, "side"),
                    OutcomeLabel.v1(in),
                    Amount.orNull(in, "size"),
                    Amount.orNull(in, "usdcSize"),
                    in.filled("price").map(Amount::share).orElse(null),
                    in.required("timestamp").time(),
                    OutcomeLabel.text(in, "transactionHash"),
                    false);
        });
    }
}
