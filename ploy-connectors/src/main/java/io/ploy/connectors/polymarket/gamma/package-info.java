/** What there is to trade, as the venue's catalogue has it. Its prices are minutes old; its rules may be. */
@NullMarked
package io.ploy.connectors.polymarket.gamma;

import org.jspecify.annotations.NullMarked;
