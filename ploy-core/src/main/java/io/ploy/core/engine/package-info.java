/**
 * The single-writer engine: one thread, one queue, one order of events. Everything that waits happens elsewhere and comes
 * back as an event.
 */
@NullMarked
package io.ploy.core.engine;

import org.jspecify.annotations.NullMarked;
