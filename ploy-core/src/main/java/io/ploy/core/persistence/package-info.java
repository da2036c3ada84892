/** The journal: what happened, in order, durable before it has consequences; and how it is read back after a crash. */
@NullMarked
package io.ploy.core.persistence;

import org.jspecify.annotations.NullMarked;
