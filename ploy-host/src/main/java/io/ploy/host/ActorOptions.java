package io.ploy.host;

import io.ploy.core.deployment.Actor;
import io.ploy.host.console.CommandFailure;
import picocli.CommandLine.Option;

/** Who changes the register, and why. */
final class ActorOptions {
    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "Who does this and answers for it: a person's name. It stays on record.")
    private String by = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for whoever reads the record later.")
    private String reason = "";

    /** The person. */
    Actor actor() {
        return person(by);
    }

    /** A person by name. */
    static Actor person(String name) {
        return Words.read("--by", () -> Actor.person(name));
    }

    /** Why. */
    String reason() {
        return checkedReason(reason);
    }

    /** A reason that is one. */
    static String checkedReason(String text) {
        if (text.isBlank()) {
            throw CommandFailure.badInput("--reason takes a sentence; found nothing.");
        }
        return text;
    }
}
