/** Where a wire can be made to fail, and how. */
@NullMarked
package io.ploy.testkit.polymarket.server.fault;

import org.jspecify.annotations.NullMarked;
