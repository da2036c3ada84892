/** Orders, fills and what happens to them on a venue. */
@NullMarked
package io.ploy.api.order;

import org.jspecify.annotations.NullMarked;
