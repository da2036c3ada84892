package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.http.Call;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a list of the catalogue is narrowed by, as far as events and markets have it in common. Immutable; each method that
 * changes something returns a changed copy. One request takes at most 100 values of a kind.
 *
 * @param <F> the filter itself
 */
public abstract sealed class GammaFilter<F extends GammaFilter<F>> permits EventFilter, MarketFilter {
    private final Parameters parameters;

    GammaFilter(Parameters parameters) {
        this.parameters = parameters;
    }

    final Parameters parameters() {
        return parameters;
    }

    abstract F with(Parameters changed);

    /** Closed ones or the others, never both: that is how the venue has it. */
    public final F closed(boolean closed) {
        return with(parameters.set("closed", closed));
    }

    /** Only those that were released, or only the others. */
    public final F active(boolean active) {
        return with(parameters.set("active", active));
    }

    /** By the catalogue's numbers. */
    public final F ids(Collection<String> ids) {
        return with(parameters.all("id", ids));
    }

    /** By short names. */
    public final F slugs(Collection<String> slugs) {
        return with(parameters.all("slug", slugs));
    }

    /** By series. */
    public final F seriesIds(Collection<String> ids) {
        return with(parameters.all("series_id", ids));
    }

    /** By when what they are about is over; null for no bound. */
    public final F ending(@Nullable Instant from, @Nullable Instant to) {
        return with(parameters.range("end_date", from, to));
    }

    /** By when they were released; null for no bound. */
    public final F starting(@Nullable Instant from, @Nullable Instant to) {
        return with(parameters.range("start_date", from, to));
    }

    /** In an order. */
    public final F order(GammaOrder by, boolean ascending) {
        return with(parameters.set("order", by.field()).set("ascending", ascending));
    }

    final Call on(Call call) {
        return parameters.on(call);
    }
}
