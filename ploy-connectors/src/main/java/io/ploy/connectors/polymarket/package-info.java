/** What Polymarket says on the wire: frames of its market channel, its reference prices, and the hash of a book. */
@NullMarked
package io.ploy.connectors.polymarket;

import org.jspecify.annotations.NullMarked;
