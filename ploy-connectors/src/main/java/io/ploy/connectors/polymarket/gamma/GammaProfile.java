package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows of itself. Texts are empty where the catalogue says nothing.
 *
 * @param proxyWallet the wallet that holds its money
 * @param name as it chose
 * @param pseudonym as it was given
 * @param bio what it says of itself
 * @param createdAt since when it is there, or null
 * @param verified whether the venue vouches for it
 */
public record GammaProfile(
        String proxyWallet,
        String name,
        String pseudonym,
        String bio,
        @Nullable Instant createdAt,
        boolean verified) {
    static GammaProfile read(JsonValue value) {
        return value.object(in -> {
            in.ignore(
                    "$schema",
                    "profileImage",
                    "profileImageOptimized",
                    "displayUsernamePublic",
                    "xUsername",
                    "discordUsername",
                    "users",
                    "takerTier",
                    "takerTierName",
                    "weightedVolume");
            return new GammaProfile(
                    Texts.text(in, "proxyWallet"),
                    Texts.text(in, "name"),
                    Texts.text(in, "pseudonym"),
                    Texts.text(in, "bio"),
                    Texts.time(in, "createdAt"),
                    Texts.flag(in, "verifiedBadge"));
        });
    }
}
