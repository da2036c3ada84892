package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.money.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market as last known.
 *
 * @param sequence of the record that changed it last
 * @param market its identity; the key
 * @param slug its short name
 * @param question what it asks
 * @param first the first outcome's instrument
 * @param firstName the first outcome
 * @param second the second outcome's instrument
 * @param secondName the second outcome
 * @param status whether it trades
 * @param opensAt when its window begins, or null if it has none
 * @param endsAt when its window ends, or null if it has none
 * @param firstPayout what a share of the first outcome pays, or null while that is not known
 * @param resolvedAt when that became known, or null
 * @param at when this was written
 */
public record MarketRow(
        long sequence,
        MarketId market,
        String slug,
        String question,
        InstrumentId first,
        String firstName,
        InstrumentId second,
        String secondName,
        MarketStatus status,
        @Nullable Instant opensAt,
        @Nullable Instant endsAt,
        @Nullable Price firstPayout,
        @Nullable Instant resolvedAt,
        Instant at)
        implements HistoryRow {}
