/** Serves a simulated venue to clients in any language. The only part of the host that knows the testkit. */
@NullMarked
package io.ploy.host.simulate;

import org.jspecify.annotations.NullMarked;
