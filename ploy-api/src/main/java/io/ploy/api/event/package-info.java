/** What happened inside the engine, for listeners. */
@NullMarked
package io.ploy.api.event;

import org.jspecify.annotations.NullMarked;
