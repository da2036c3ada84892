/** How a venue is connected: its markets, its streams, and the accounts that trade on it. */
@NullMarked
package io.ploy.api.venue;

import org.jspecify.annotations.NullMarked;
