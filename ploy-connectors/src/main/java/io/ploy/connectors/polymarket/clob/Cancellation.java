package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking to cancel one order.
 *
 * @param order which order
 * @param outcome what the venue did; in doubt also if it does not mention the order
 * @param text the venue's words, or what was found; may be empty
 * @param cause the failed request, or null if there was an answer
 */
public record Cancellation(
        VenueOrderId order,
        CancelAnswer.Outcome outcome,
        String text,
        @Nullable RequestException cause) {}
