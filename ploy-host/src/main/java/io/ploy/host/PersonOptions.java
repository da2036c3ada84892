package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import picocli.CommandLine.Option;

/** Who decides, and why: both are journalled. */
final class PersonOptions {
    @Option(names = "--why", paramLabel = "WHY", required = true, description = "The reason, for the journal.")
    private String why = "";

    @Option(
            names = "--who",
            paramLabel = "WHO",
            description = "Who decides, for the journal. Default: the name you are logged in with.")
    private String who = "operator " + System.getProperty("user.name", "unknown");

    String who() {
        return told("--who", who);
    }

    String why() {
        return told("--why", why);
    }

    private static String told(String option, String text) {
        if (text.isBlank()) {
            throw CommandFailure.badInput(option + " needs words: they are what the journal keeps of it.");
        }
        return text;
    }
}
