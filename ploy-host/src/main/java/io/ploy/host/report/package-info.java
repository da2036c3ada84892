/** A backtest's result as files and text: {@code summary.json}, tables, a web page, and a summary for the terminal. */
@NullMarked
package io.ploy.host.report;

import org.jspecify.annotations.NullMarked;
