package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.http.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which markets are wanted. Immutable; each method that changes something returns a changed copy. One request takes at
 * most 100 values of a kind.
 */
public final class MarketFilter {
    /** All that are not closed. */
    public static final MarketFilter OPEN = new MarketFilter(Parameters.NONE).closed(false);
    /** All that are closed. */
    public static final MarketFilter CLOSED = new MarketFilter(Parameters.NONE).closed(true);

    private final Parameters parameters;

    private MarketFilter(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Closed ones or the others, never both: that is how the venue has it. */
    public MarketFilter closed(boolean closed) {
        return new MarketFilter(parameters.set("closed", closed));
    }

    /** Only those that were released, or only the others. */
    public MarketFilter active(boolean active) {
        return new MarketFilter(parameters.set("active", active));
    }

    /** By the catalogue's numbers. */
    public MarketFilter ids(Collection<String> ids) {
        return new MarketFilter(parameters.all("id", ids));
    }

    /** By short names. */
    public MarketFilter slugs(Collection<String> slugs) {
        return new MarketFilter(parameters.all("slug", slugs));
    }

    /** By conditions. */
    public MarketFilter conditionIds(Collection<String> ids) {
        return new MarketFilter(parameters.all("condition_ids", ids));
    }

    /** By outcome tokens. */
    public MarketFilter clobTokenIds(Collection<String> ids) {
        return new MarketFilter(parameters.all("clob_token_ids", ids));
    }

    /** By outcome positions. */
    public MarketFilter positionIds(Collection<String> ids) {
        return new MarketFilter(parameters.all("position_ids", ids));
    }

    /** By the oracle's questions. */
    public MarketFilter questionIds(Collection<String> ids) {
        return new MarketFilter(parameters.all("question_ids", ids));
    }

    /**
     * By a subject.
     *
     * @param tagId the catalogue's number of the tag
     * @param related whether tags related to it count
     */
    public MarketFilter tag(String tagId, boolean related) {
        return new MarketFilter(parameters.set("tag_id", tagId).set("related_tags", related));
    }

    /** By the series of their events. */
    public MarketFilter seriesIds(Collection<String> ids) {
        return new MarketFilter(parameters.all("series_id", ids));
    }

    /** By when what they ask about is over; null for no bound. */
    public MarketFilter ending(@Nullable Instant from, @Nullable Instant to) {
        return new MarketFilter(parameters.range("end_date", from, to));
    }

    /** By when they were released; null for no bound. */
    public MarketFilter starting(@Nullable Instant from, @Nullable Instant to) {
        return new MarketFilter(parameters.range("start_date", from, to));
    }

    /** By what is offered in the book, in USD; null for no bound. */
    public MarketFilter liquidity(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return new MarketFilter(parameters.range("liquidity_num", from, to));
    }

    /** By what was traded, in USD; null for no bound. */
    public MarketFilter volume(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return new MarketFilter(parameters.range("volume_num", from, to));
    }

    /** In an order. */
    public MarketFilter order(GammaOrder by, boolean ascending) {
        return new MarketFilter(parameters.set("order", by.field()).set("ascending", ascending));
    }

    Call on(Call call) {
        return parameters.on(call);
    }
}
