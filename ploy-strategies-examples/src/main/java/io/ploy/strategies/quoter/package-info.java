/** The smallest useful strategy: a quote on each side of the middle. */
@NullMarked
package io.ploy.strategies.quoter;

import org.jspecify.annotations.NullMarked;
