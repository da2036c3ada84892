/** Exact amounts: prices, quantities and cash as fixed-point counts of micros (10<sup>-6</sup>), the venue's own unit. */
@NullMarked
package io.ploy.api.money;

import org.jspecify.annotations.NullMarked;
