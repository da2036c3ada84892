package io.ploy.connectors.polymarket.gamma;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Which markets are wanted. */
public final class MarketFilter extends GammaFilter<MarketFilter> {
    /** All that are not closed. */
    public static final MarketFilter OPEN = new MarketFilter(Parameters.NONE).closed(false);
    /** All that are closed. */
    public static final MarketFilter CLOSED = new MarketFilter(Parameters.NONE).closed(true);

    private MarketFilter(Parameters parameters) {
        super(parameters);
    }

    @Override
    MarketFilter with(Parameters changed) {
        return new MarketFilter(changed);
    }

    /** By conditions. */
    public MarketFilter conditionIds(Collection<String> ids) {
        return with(parameters().all("condition_ids", ids));
    }

    /** By outcome tokens. */
    public MarketFilter clobTokenIds(Collection<String> ids) {
        return with(parameters().all("clob_token_ids", ids));
    }

    /** By outcome positions. */
    public MarketFilter positionIds(Collection<String> ids) {
        return with(parameters().all("position_ids", ids));
    }

    /** By the oracle's questions. */
    public MarketFilter questionIds(Collection<String> ids) {
        return with(parameters().all("question_ids", ids));
    }

    /**
     * By a subject.
     *
     * @param tagId the catalogue's number of the tag
     * @param related whether tags related to it count
     */
    public MarketFilter tag(String tagId, boolean related) {
        return with(parameters().set("tag_id", tagId).set("related_tags", related));
    }

    /** By what is offered in the book, in USD; null for no bound. */
    public MarketFilter liquidity(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return with(parameters().range("liquidity_num", from, to));
    }

    /** By what was traded, in USD; null for no bound. */
    public MarketFilter volume(@Nullable BigDecimal from, @Nullable BigDecimal to) {
        return with(parameters().range("volume_num", from, to));
    }
}
