/** What crossed the wire. */
@NullMarked
package io.ploy.testkit.polymarket.server.log;

import org.jspecify.annotations.NullMarked;
