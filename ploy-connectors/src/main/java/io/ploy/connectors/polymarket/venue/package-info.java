/** The connector as Ploy loads it: what can be set, and how its parts are put together. */
@NullMarked
package io.ploy.connectors.polymarket.venue;

import org.jspecify.annotations.NullMarked;
