/** The part every strategy needs and none should write again: following one order from intent to settled fill. */
@NullMarked
package io.ploy.strategies.leg;

import org.jspecify.annotations.NullMarked;
