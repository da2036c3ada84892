/** How large a purchase is: policies an operator chooses for a strategy, and what they look at. Nothing here holds state. */
@NullMarked
package io.ploy.core.sizing;

import org.jspecify.annotations.NullMarked;
