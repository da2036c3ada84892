/** The machine's own time, in one place, so that everything else is given its time. */
@NullMarked
package io.ploy.core.time;

import org.jspecify.annotations.NullMarked;
