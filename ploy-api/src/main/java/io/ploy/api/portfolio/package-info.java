/** What is held: positions, balances, profit and loss, and operations on outcome sets. */
@NullMarked
package io.ploy.api.portfolio;

import org.jspecify.annotations.NullMarked;
