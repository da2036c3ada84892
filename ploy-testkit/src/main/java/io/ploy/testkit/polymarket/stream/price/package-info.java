/** The two services of reference prices, and the averages they publish. */
@NullMarked
package io.ploy.testkit.polymarket.stream.price;

import org.jspecify.annotations.NullMarked;
