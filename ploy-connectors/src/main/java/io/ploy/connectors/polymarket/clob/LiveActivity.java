package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on in a market. The venue's clients expect a list of trades, its description says a few words about the
 * market: both are read.
 *
 * @param question for people, empty if only trades came
 * @param slug the market's name in addresses, empty if only trades came
 * @param eventSlug the event's name in addresses, may be empty
 * @param trades recent ones, empty if only the market's description came
 */
public record LiveActivity(String question, String slug, String eventSlug, List<Print> trades) {
    /**
     * A trade anyone may see.
     *
     * @param token what the taker traded
     * @param side what the taker did
     * @param price the taker's
     * @param size shares
     * @param outcome the outcome's name, may be empty
     * @param at when, or null if not said
     * @param transactionHash or null if there is none
     */
    public record Print(
            String token,
            Side side,
            Price price,
            Quantity size,
            String outcome,
            @Nullable Instant at,
            @Nullable String transactionHash) {}

    /** Copies the list. */
    public LiveActivity {
        trades = List.copyOf(trades);
    }
}
