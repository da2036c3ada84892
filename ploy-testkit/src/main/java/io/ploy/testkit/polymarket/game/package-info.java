/** Games that markets are about, and how they stand. */
@NullMarked
package io.ploy.testkit.polymarket.game;

import org.jspecify.annotations.NullMarked;
