package io.ploy.connectors.polymarket.gamma;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which events are wanted. */
public final class EventFilter extends GammaFilter<EventFilter> {
    /** All that are not closed. Some of their markets may be. */
    public static final EventFilter OPEN = new EventFilter(Parameters.NONE).closed(false);
    /** All that are closed. */
    public static final EventFilter CLOSED = new EventFilter(Parameters.NONE).closed(true);

    private EventFilter(Parameters parameters) {
        super(parameters);
    }

    @Override
    EventFilter with(Parameters changed) {
        return new EventFilter(changed);
    }

    /**
     * By subjects, any of which will do.
     *
     * @param tagIds the catalogue's numbers of the tags
     * @param related whether tags related to them count
     */
    public EventFilter tags(Collection<String> tagIds, boolean related) {
        return with(parameters().all("tag_id", tagIds).set("related_tags", related));
    }

    /** By the short name of a subject. */
    public EventFilter tagSlug(String slug) {
        return with(parameters().set("tag_slug", slug));
    }

    /** By what is offered in their books, in USD; null for no bound. */
    public EventFilter liquidity(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return with(parameters().range("liquidity", from, to));
    }

    /** By what was traded, in USD; null for no bound. */
    public EventFilter volume(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return with(parameters().range("volume", from, to));
    }
}
