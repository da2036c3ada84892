package io.ploy.testkit.polymarket.order;

import io.ploy.api.order.TimeInForce;

/**
 * An order with what is said besides the signed part.
 *
 * @param order the signed part
 * @param owner the API key it claims to come with
 * @param timeInForce how long it lives
 * @param postOnly whether it may only rest
 * @param deferExec whether the venue may answer before it executes
 */
public record PostedOrder(
        SignedOrder order, String owner, TimeInForce timeInForce, boolean postOnly, boolean deferExec) {}
