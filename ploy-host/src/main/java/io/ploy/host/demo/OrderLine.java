package io.ploy.host.demo;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderStatus;
import java.time.Instant;

/**
 * One order as the live table shows it.
 *
 * @param id names it
 * @param at when it last changed, market time
 * @param market the market's short name
 * @param text what was asked: side, size, outcome and limit
 * @param status where it is
 * @param note its fills or why it was refused; may be empty
 */
record OrderLine(ClientOrderId id, Instant at, String market, String text, OrderStatus status, String note) {}
