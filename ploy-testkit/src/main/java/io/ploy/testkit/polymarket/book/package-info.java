/** The simulated venue's books as its clients see them: both outcomes, worst level first, with the venue's hashes. */
@NullMarked
package io.ploy.testkit.polymarket.book;

import org.jspecify.annotations.NullMarked;
