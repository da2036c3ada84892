package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;

/**
 * A team. Texts are empty where the catalogue says nothing.
 *
 * @param id the catalogue's number of the team
 * @param name in words
 * @param league the venue's short name of its league
 * @param abbreviation such as {@code lal}
 * @param alias another name
 */
public record GammaTeam(String id, String name, String league, String abbreviation, String alias) {
    static GammaTeam read(JsonValue value) {
        return value.object(in -> {
            in.ignore("record", "logo", "createdAt", "updatedAt", "providerId", "color");
            return new GammaTeam(
                    in.required("id").id(),
                    Texts.text(in, "name"),
                    Texts.text(in, "league"),
                    Texts.text(in, "abbreviation"),
                    Texts.text(in, "alias"));
        });
    }
}
