/** The user channel: an account's own orders and trades. */
@NullMarked
package io.ploy.testkit.polymarket.stream.user;

import org.jspecify.annotations.NullMarked;
