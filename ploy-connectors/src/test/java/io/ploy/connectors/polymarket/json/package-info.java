/** Values in every form the venue has for them, and what is none. */
@NullMarked
package io.ploy.connectors.polymarket.json;

import org.jspecify.annotations.NullMarked;
