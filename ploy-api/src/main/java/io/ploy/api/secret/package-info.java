/** Where secrets come from, and a holder that does not leak them. */
@NullMarked
package io.ploy.api.secret;

import org.jspecify.annotations.NullMarked;
