/** The service that sends transactions for wallets and pays for them. */
@NullMarked
package io.ploy.testkit.polymarket.relayer;

import org.jspecify.annotations.NullMarked;
