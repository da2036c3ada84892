/** The journal in a database: SQLite in a file of its own, or PostgreSQL; and how their schemas are brought up and back. */
@NullMarked
package io.ploy.core.persistence.sql;

import org.jspecify.annotations.NullMarked;
