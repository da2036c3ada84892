/** The simulated venue on loopback: HTTP, HTTPS with HTTP/2, and WebSockets, which can be made to fail at every step. */
@NullMarked
package io.ploy.testkit.polymarket.server;

import org.jspecify.annotations.NullMarked;
