/** Reading the venue's JSON answers: leniently where it writes one thing in several ways, never inexactly. */
@NullMarked
package io.ploy.connectors.polymarket.json;

import org.jspecify.annotations.NullMarked;
