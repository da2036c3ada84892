package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;

/**
 * A subject of events.
 *
 * @param id the catalogue's number of the tag
 * @param label for people, may be empty
 * @param slug its short readable name, may be empty
 */
public record GammaTag(String id, String label, String slug) {
    static GammaTag read(JsonValue value) {
        return value.object(in -> {
            in.ignore(GammaMembers.OF_TAG);
            return new GammaTag(in.required("id").id(), Texts.text(in, "label"), Texts.text(in, "slug"));
        });
    }
}
