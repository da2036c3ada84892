/** Requests, answers and sockets as they cross the wire, whichever server carries them. */
@NullMarked
package io.ploy.testkit.polymarket.wire;

import org.jspecify.annotations.NullMarked;
