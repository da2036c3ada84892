/** The rows of the history as tables of the journal's database, for any tool that speaks SQL. */
@NullMarked
package io.ploy.core.history.sql;

import org.jspecify.annotations.NullMarked;
