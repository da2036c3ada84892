package io.ploy.testkit.polymarket.gamma;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.listing.Catalogue;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The families of recurring events, numbered in the order in which they first appeared. */
final class SeriesRegister {
    private static final int FIRST_ID = 10_000;

    private final Catalogue catalogue;
    private final Map<String, String> ids = new LinkedHashMap<>();

    SeriesRegister(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<String> slugs() {
        catalogue.events().stream()
                .map(ListedEvent::seriesSlug)
                .filter(slug -> !slug.isEmpty())
                .forEach(this::id);
        return List.copyOf(ids.keySet());
    }

    String id(String slug) {
        return ids.computeIfAbsent(slug, unseen -> Integer.toString(FIRST_ID + ids.size()));
    }

    Optional<String> slug(String id) {
        return slugs().stream().filter(slug -> id(slug).equals(id)).findFirst();
    }

    ObjectNode write(String slug) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id(slug));
        json.put("ticker", slug);
        json.put("slug", slug);
        json.put("title", title(slug));
        json.put("seriesType", "single");
        json.put("recurrence", slug.substring(slug.lastIndexOf('-') + 1));
        json.put("active", true);
        json.put("closed", false);
        json.put("archived", false);
        return json;
    }

    private static String title(String slug) {
        String words = slug.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
