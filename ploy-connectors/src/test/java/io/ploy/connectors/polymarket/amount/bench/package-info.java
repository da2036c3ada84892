/** How long amounts take and what they allocate. */
@NullMarked
package io.ploy.connectors.polymarket.amount.bench;

import org.jspecify.annotations.NullMarked;
