/** One seed and one script give one run. */
@NullMarked
package io.ploy.testkit.polymarket.determinism;

import org.jspecify.annotations.NullMarked;
