/** Strategies that misbehave, to see that a host bears it. */
@NullMarked
package io.ploy.testkit.guest;

import org.jspecify.annotations.NullMarked;
