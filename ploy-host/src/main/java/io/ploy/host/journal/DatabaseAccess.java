package io.ploy.host.journal;

import org.jspecify.annotations.Nullable;

/**
 * How a server of databases is entered; the password comes from the environment.
 *
 * @param user the role, or null if none was given
 * @param schema where the account's tables are
 */
public record DatabaseAccess(@Nullable String user, String schema) {}
