package io.ploy.testkit.polymarket.book;

import io.ploy.api.money.Price;
import java.time.Instant;

/**
 * What a share was worth.
 *
 * @param at a whole minute
 * @param price of the outcome asked for
 */
public record HistoryPoint(Instant at, Price price) {}
