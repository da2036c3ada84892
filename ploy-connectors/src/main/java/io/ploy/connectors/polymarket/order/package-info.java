/** Orders: what is signed, the signature, the bytes that are sent, and the check between what was asked and what was made. */
@NullMarked
package io.ploy.connectors.polymarket.order;

import org.jspecify.annotations.NullMarked;
