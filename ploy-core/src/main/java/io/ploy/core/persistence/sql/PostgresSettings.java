package io.ploy.core.persistence.sql;

import io.ploy.api.secret.Secret;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a PostgreSQL server is reached.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with further parameters of the driver but no user or password
 * @param user the role
 * @param password of the role; shown nowhere
 * @param schema where Ploy's tables are, one schema for each account: a lower-case letter or underscore, then up to 62
 *     lower-case letters, digits and underscores
 * @param statementTimeout after which a statement is given up and the connection with it; 1 s to 10 min
 */
public record PostgresSettings(String url, String user, Secret password, String schema, Duration statementTimeout) {
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern CREDENTIALS =
            Pattern.compile("[?&](user|password)=|//[^/]*@", Pattern.CASE_INSENSITIVE);

    /** Checks the form. */
    public PostgresSettings {
        if (CREDENTIALS.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "the URL of a database holds a user or a password; give them apart from it");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("not jdbc:postgresql://host:port/database: " + url);
        }
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "a schema is lower-case letters, digits and underscores, at most 63: " + schema);
        }
        if (statementTimeout.compareTo(Duration.ofSeconds(1)) < 0
                || statementTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("a statement may take 1 s to 10 min: " + statementTimeout);
        }
    }

    @Override
    public String toString() {
        return url + " schema " + schema + " as " + user;
    }
}
