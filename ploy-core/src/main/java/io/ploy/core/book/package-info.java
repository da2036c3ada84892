/** Order books held level by level, indexed by tick. */
@NullMarked
package io.ploy.core.book;

import org.jspecify.annotations.NullMarked;
