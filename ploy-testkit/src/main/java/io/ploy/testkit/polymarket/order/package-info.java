/** Orders as they are posted, and whether their signatures are what the venue's contracts accept. */
@NullMarked
package io.ploy.testkit.polymarket.order;

import org.jspecify.annotations.NullMarked;
