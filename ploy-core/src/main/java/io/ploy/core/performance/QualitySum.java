package io.ploy.core.performance;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;

/**
 * One measure over all fills of a strategy for which it is known.
 *
 * @param fills how many
 * @param quantity their shares
 * @param total the measure times the shares, summed
 */
public record QualitySum(long fills, Quantity quantity, Cash total) {}
