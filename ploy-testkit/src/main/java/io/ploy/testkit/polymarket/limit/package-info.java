/** How much the simulated venue lets its callers ask: by key in token buckets, by address in sliding windows. */
@NullMarked
package io.ploy.testkit.polymarket.limit;

import org.jspecify.annotations.NullMarked;
