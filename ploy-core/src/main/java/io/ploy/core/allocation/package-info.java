/** How much of the equity each domain and each strategy may use. Plans and arithmetic; nothing here holds state. */
@NullMarked
package io.ploy.core.allocation;

import org.jspecify.annotations.NullMarked;
