/** Which contract holds a key's money: addresses that follow from the key's own. */
@NullMarked
package io.ploy.connectors.polymarket.wallet;

import org.jspecify.annotations.NullMarked;
