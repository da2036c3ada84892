package io.ploy.host;

import io.ploy.host.console.Console;
import io.ploy.host.journal.DatabaseAccess;
import io.ploy.host.journal.JournalLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which journal a command is about. */
final class JournalOptions {
    @Parameters(
            index = "0",
            paramLabel = "PATH",
            description = "A folder of journal files, a file of SQLite, or jdbc:postgresql://HOST/DATABASE.")
    private String path = "";

    @Option(names = "--user", paramLabel = "NAME", description = "The role at a PostgreSQL server.")
    private @Nullable String user;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "ploy",
            description = "The account's schema at a PostgreSQL server. Default: ${DEFAULT-VALUE}.")
    private String schema = "";

    /** Where it is. */
    JournalLocation location(Console console) {
        return JournalLocation.of(path, new DatabaseAccess(user, schema), console.environment());
    }
}
