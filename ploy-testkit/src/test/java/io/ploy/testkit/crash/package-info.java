/** Processes that trade are killed, started again, and compared with the venue's truth. */
@NullMarked
package io.ploy.testkit.crash;

import org.jspecify.annotations.NullMarked;
