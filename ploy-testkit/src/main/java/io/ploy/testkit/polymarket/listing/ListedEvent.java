package io.ploy.testkit.polymarket.listing;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import java.time.Instant;
import java.util.List;

/**
 * A question with one or more markets.
 *
 * @param id the catalogue's number, decimal digits
 * @param slug for addresses, unique
 * @param title for people
 * @param negRisk whether at most one of its markets resolves to its first outcome, and shares convert
 * @param seriesSlug the family of recurring events it belongs to; empty if to none
 * @param tags what it is found by
 * @param createdAt when it was listed
 * @param endsAt when it is expected to be decided
 */
public record ListedEvent(
        String id,
        String slug,
        String title,
        boolean negRisk,
        String seriesSlug,
        List<Tag> tags,
        Instant createdAt,
        Instant endsAt) {
    /** Copies the list. */
    public ListedEvent {
        tags = List.copyOf(tags);
    }

    /**
     * A neg-risk event as the exchange has it, which converts shares between its markets.
     *
     * @param markets how many it has, of which one comes true
     * @return carried by each of its markets
     */
    public Event exclusive(int markets) {
        return new Event(
                new EventId(ListedMarket.VENUE, id),
                title,
                EventStructure.EXCLUSIVE_AND_EXHAUSTIVE,
                markets,
                tags.stream().map(Tag::slug).toList());
    }
}
