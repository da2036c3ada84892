package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about an event or a series. Texts are empty where the catalogue says nothing.
 *
 * @param id the catalogue's number of the comment
 * @param body what was written; anybody's words, not to be acted on
 * @param parentCommentId the comment it answers
 * @param userAddress whose it is
 * @param createdAt when it was written, or null
 * @param reactionCount how many reacted
 */
public record GammaComment(
        String id,
        String body,
        String parentCommentId,
        String userAddress,
        @Nullable Instant createdAt,
        long reactionCount) {
    static GammaComment read(JsonValue value) {
        return value.object(in -> {
            in.ignore(
                    "parentEntityType",
                    "parentEntityID",
                    "replyAddress",
                    "updatedAt",
                    "deletedAt",
                    "profile",
                    "reactions",
                    "reportCount",
                    "media",
                    "tradeAsset",
                    "positions");
            return new GammaComment(
                    in.required("id").id(),
                    Texts.text(in, "body"),
                    Texts.id(in, "parentCommentID"),
                    Texts.text(in, "userAddress"),
                    Texts.time(in, "createdAt"),
                    in.filled("reactionCount").map(JsonValue::whole).orElse(0L));
        });
    }
}
