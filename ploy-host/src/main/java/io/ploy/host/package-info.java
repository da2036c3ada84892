/** The {@code ploy} command: what people type, and how it is answered. No trading logic. */
@NullMarked
package io.ploy.host;

import org.jspecify.annotations.NullMarked;
