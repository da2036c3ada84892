/** Proof of who asks: by wallet signature, by shared secret, and for the relayer. */
@NullMarked
package io.ploy.connectors.polymarket.auth;

import org.jspecify.annotations.NullMarked;
