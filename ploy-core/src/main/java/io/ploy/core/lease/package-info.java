/** Who may trade an account: one process at a time, numbered by a token that only grows. */
@NullMarked
package io.ploy.core.lease;

import org.jspecify.annotations.NullMarked;
