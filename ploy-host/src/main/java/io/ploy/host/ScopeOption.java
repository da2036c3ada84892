package io.ploy.host;

import io.ploy.core.breaker.Scope;
import io.ploy.host.console.CommandFailure;
import picocli.CommandLine.Option;

/** What part of a run a command is about. */
final class ScopeOption {
    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "account, domain:NAME, strategy:NAME, event:ID or market:ID. Default: ${DEFAULT-VALUE}.")
    private String scope = "account";

    Scope scope() {
        return parse(scope);
    }

    static Scope parse(String text) {
        try {
            return Scope.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput("--scope: " + e.getMessage(), e);
        }
    }
}
