/** What the simulated venue's WebSocket channels have in common. */
@NullMarked
package io.ploy.testkit.polymarket.stream;

import org.jspecify.annotations.NullMarked;
