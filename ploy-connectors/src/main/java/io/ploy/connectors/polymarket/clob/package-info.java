/**
 * The venue's order book service: what is public, what an account does and sees, its credentials, and the frames of the
 * user channel. Calls wait; never make one on the engine thread.
 */
@NullMarked
package io.ploy.connectors.polymarket.clob;

import org.jspecify.annotations.NullMarked;
