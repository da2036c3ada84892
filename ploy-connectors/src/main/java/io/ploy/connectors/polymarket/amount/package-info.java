/** What an order gives and wants, in the units it is signed in; what it may spend; at which price it can be filled. */
@NullMarked
package io.ploy.connectors.polymarket.amount;

import org.jspecify.annotations.NullMarked;
