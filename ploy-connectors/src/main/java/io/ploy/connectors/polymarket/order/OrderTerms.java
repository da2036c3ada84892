package io.ploy.connectors.polymarket.order;

import io.ploy.api.order.TimeInForce;

/**
 * How an order may trade: what is sent of it but not signed.
 *
 * @param timeInForce how long it stays
 * @param expirationSeconds when it expires, in unix seconds; 0 for never
 * @param postOnly whether it may only rest
 */
record OrderTerms(TimeInForce timeInForce, long expirationSeconds, boolean postOnly) {}
