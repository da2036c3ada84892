package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonValue;

/**
 * Events that follow each other, such as one up/down window after another.
 *
 * @param id the catalogue's number of the series
 * @param slug its short readable name, such as {@code btc-up-or-down-5m}
 * @param title in words, may be empty
 * @param recurrence how often there is a new event, such as {@code 15m}; not to be relied on, may be empty
 * @param active whether it was released
 * @param closed whether it is over
 */
public record GammaSeries(String id, String slug, String title, String recurrence, boolean active, boolean closed) {
    static GammaSeries read(JsonValue value) {
        return value.object(in -> {
            in.ignore(GammaMembers.OF_SERIES);
            return new GammaSeries(
                    in.required("id").id(),
                    Texts.text(in, "slug"),
                    Texts.text(in, "title"),
                    Texts.text(in, "recurrence"),
                    Texts.flag(in, "active"),
                    Texts.flag(in, "closed"));
        });
    }
}
