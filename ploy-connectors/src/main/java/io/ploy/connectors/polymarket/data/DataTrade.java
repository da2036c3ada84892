package io.ploy.connectors.polymarket.data;

import io.ploy.api.market.Side;
import java.time.Instant;

/**
 * A trade of an account.
 *
 * @param wallet whose it is, as written
 * @param outcome of what
 * @param side as the account sees it
 * @param size shares
 * @param price per share, with any number of decimals
 * @param at when it was settled, to the second
 * @param transactionHash what settled it, may be empty
 */
public record DataTrade(
        String wallet,
        OutcomeLabel outcome,
        Side side,
        Amount size,
        Amount price,
        Instant at,
        String transactionHash) {}
