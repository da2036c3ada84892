package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.http.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted. Immutable; each method that changes something returns a changed copy. One request takes at most
 * 100 values of a kind.
 */
public final class EventFilter {
    /** All that are not closed. Some of their markets may be. */
    public static final EventFilter OPEN = new EventFilter(Parameters.NONE).closed(false);
    /** All that are closed. */
    public static final EventFilter CLOSED = new EventFilter(Parameters.NONE).closed(true);

    private final Parameters parameters;

    private EventFilter(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Closed ones or the others, never both: that is how the venue has it. */
    public EventFilter closed(boolean closed) {
        return new EventFilter(parameters.set("closed", closed));
    }

    /** Only those that were released, or only the others. */
    public EventFilter active(boolean active) {
        return new EventFilter(parameters.set("active", active));
    }

    /** By the catalogue's numbers. */
    public EventFilter ids(Collection<String> ids) {
        return new EventFilter(parameters.all("id", ids));
    }

    /** By short names. */
    public EventFilter slugs(Collection<String> slugs) {
        return new EventFilter(parameters.all("slug", slugs));
    }

    /**
     * By subjects, any of which will do.
     *
     * @param tagIds the catalogue's numbers of the tags
     * @param related whether tags related to them count
     */
    public EventFilter tags(Collection<String> tagIds, boolean related) {
        return new EventFilter(parameters.all("tag_id", tagIds).set("related_tags", related));
    }

    /** By the short name of a subject. */
    public EventFilter tagSlug(String slug) {
        return new EventFilter(parameters.set("tag_slug", slug));
    }

    /** By series. */
    public EventFilter seriesIds(Collection<String> ids) {
        return new EventFilter(parameters.all("series_id", ids));
    }

    /** By when what they are about is over; null for no bound. */
    public EventFilter ending(@Nullable Instant from, @Nullable Instant to) {
        return new EventFilter(parameters.range("end_date", from, to));
    }

    /** By when they were released; null for no bound. */
    public EventFilter starting(@Nullable Instant from, @Nullable Instant to) {
        return new EventFilter(parameters.range("start_date", from, to));
    }

    /** By what is offered in their books, in USD; null for no bound. */
    public EventFilter liquidity(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return new EventFilter(parameters.range("liquidity", from, to));
    }

    /** By what was traded, in USD; null for no bound. */
    public EventFilter volume(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return new EventFilter(parameters.range("volume", from, to));
    }

    /** In an order. */
    public EventFilter order(GammaOrder by, boolean ascending) {
        return new EventFilter(parameters.set("order", by.field()).set("ascending", ascending));
    }

    Call on(Call call) {
        return parameters.on(call);
    }
}
