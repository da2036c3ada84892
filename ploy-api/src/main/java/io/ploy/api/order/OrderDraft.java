package io.ploy.api.order;

import io.ploy.api.Experimental;
import io.ploy.api.market.Market;
import java.time.Instant;

/**
 * What a gateway needs to make an order that can be sent.
 *
 * @param id our name for the intent
 * @param attempt which attempt at the intent, from 1; only after the last one is proven closed
 * @param request what is wanted
 * @param market the instrument's market with the rules the plan was made under
 * @param salt makes the order unique; 0 to 2<sup>53</sup> − 1, from the engine's seeded source
 * @param decidedAt when the decision was made, engine time
 */
@Experimental
public record OrderDraft(
        ClientOrderId id, int attempt, OrderRequest request, Market market, long salt, Instant decidedAt) {}
