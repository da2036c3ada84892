package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.util.List;

/**
 * A group of related markets, as each of them carries it.
 *
 * @param id names it
 * @param title in words, may be empty
 * @param structure how the markets depend on each other
 * @param markets how many there are, those that are over or not listed too; 0 if not known
 * @param tags its subjects in lower case, such as {@code crypto}, sorted; empty if not known
 */
@Experimental
public record Event(EventId id, String title, EventStructure structure, int markets, List<String> tags) {
    /** Sorts the tags and checks the number. */
    public Event {
        if (markets < 0) {
            throw new IllegalArgumentException("an event has 0 or more markets: " + markets);
        }
        if (markets == 0 && structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE) {
            throw new IllegalArgumentException("whether an event is exhaustive takes the number of its markets");
        }
        tags = tags.stream().sorted().distinct().toList();
    }

    /**
     * An event of which only the name is known.
     *
     * @param id names it
     * @return one whose markets may go either way
     */
    public static Event of(EventId id) {
        return new Event(id, "", EventStructure.INDEPENDENT, 0, List.of());
    }
}
