/** The channel of scores. */
@NullMarked
package io.ploy.testkit.polymarket.stream.sports;

import org.jspecify.annotations.NullMarked;
