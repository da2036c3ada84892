/** Seeded worlds: markets that come and go, what they are really worth, and background traders who act on it. */
@NullMarked
package io.ploy.testkit.polymarket.world;

import org.jspecify.annotations.NullMarked;
