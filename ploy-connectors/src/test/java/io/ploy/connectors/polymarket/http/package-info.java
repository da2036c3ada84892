/** Requests to a local server, and time that tests move. */
@NullMarked
package io.ploy.connectors.polymarket.http;

import org.jspecify.annotations.NullMarked;
