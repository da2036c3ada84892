/** What the simulated venue lists: events, their markets, and how the venue names them. */
@NullMarked
package io.ploy.testkit.polymarket.listing;

import org.jspecify.annotations.NullMarked;
