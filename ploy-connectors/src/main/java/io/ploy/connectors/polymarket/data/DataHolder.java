package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;

/**
 * One of the largest holders of an outcome.
 *
 * @param tokenId the outcome's token or position
 * @param wallet who
 * @param amount shares, less those of the other outcome
 */
public record DataHolder(String tokenId, String wallet, Amount amount) {
    static DataHolder read(JsonValue row, String tokenId) {
        return row.object(in -> {
            in.ignore(
                    "token_id",
                    "bio",
                    "pseudonym",
                    "name",
                    "profile_image",
                    "profile_image_optimized",
                    "display_username_public",
                    "verified",
                    "outcome_index");
            return new DataHolder(tokenId, in.required("proxy_wallet").id(), Amount.of(in.required("amount")));
        });
    }
}
