/** Rules that say whether, and how large, an order may be. */
@NullMarked
package io.ploy.api.risk;

import org.jspecify.annotations.NullMarked;
