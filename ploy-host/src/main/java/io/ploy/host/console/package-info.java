/** Talking to a person at a terminal: streams, colours, tables, amounts and clear failures. */
@NullMarked
package io.ploy.host.console;

import org.jspecify.annotations.NullMarked;
