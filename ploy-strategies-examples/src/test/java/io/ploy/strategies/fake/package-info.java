/** A strategy's surroundings played by hand. */
@NullMarked
package io.ploy.strategies.fake;

import org.jspecify.annotations.NullMarked;
