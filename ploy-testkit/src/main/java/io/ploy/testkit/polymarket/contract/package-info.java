/** The venue's contracts: where they are, and what accounts let them move. */
@NullMarked
package io.ploy.testkit.polymarket.contract;

import org.jspecify.annotations.NullMarked;
