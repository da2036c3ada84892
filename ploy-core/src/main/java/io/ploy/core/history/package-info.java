/** What a journal tells, as rows of tables: for people who look for a trade, for databases, for spreadsheets. */
@NullMarked
package io.ploy.core.history;

import org.jspecify.annotations.NullMarked;
