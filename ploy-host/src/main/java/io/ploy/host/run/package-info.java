/** What {@code ploy run} does: the right to trade, the journal, the engine, and an end in order. */
@NullMarked
package io.ploy.host.run;

import org.jspecify.annotations.NullMarked;
