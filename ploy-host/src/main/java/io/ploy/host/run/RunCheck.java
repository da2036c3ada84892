package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.PloyException;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.time.SystemClock;
import io.ploy.host.config.RunConfig;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.plugin.PluginFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at everything a run would use, and trades nothing. */
public final class RunCheck {
    private final Console console;

    /**
     * A check that has not begun.
     *
     * @param console where it says what it found
     */
    public RunCheck(Console console) {
        this.console = console;
    }

    /**
     * Looks.
     *
     * @param request what a run would be asked for
     * @return what the process ends with: a failure if trading would not be possible
     * @throws io.ploy.host.console.CommandFailure if it could not even begin
     */
    public int look(RunRequest request) {
        RunConfig config = request.config();
        List<AccountCheck> checks = new ArrayList<>();
        try (PluginCatalog catalog = PluginFolder.load(request.plugins())) {
            RunParts parts = RunParts.of(config, catalog);
            checks.add(new AccountCheck("configuration", Verdict.GOOD, "plugins and parameters are as they must be"));
            checks.addAll(RunProof.of(config, catalog, request.engine())
                    .check(SystemClock.utc().instant()));
            try (Credentials credentials = Credentials.open(config.account(), console.environment());
                    Storage storage =
                            Storage.at(config.journal(), config.account().id(), console.environment());
                    VenueConnection connection = parts.connector()
                            .connect(new VenueContext(
                                    SystemClock.utc(),
                                    config.venue().parameters(),
                                    List.of(credentials.settings()),
                                    alert -> checks.add(new AccountCheck(
                                            alert.code(),
                                            Verdict.WARNING,
                                            alert.subject() + ": " + alert.message()))))) {
                checks.add(journal(config, storage));
                List<AccountCheck> account =
                        connection.account(config.account().id()).check();
                checks.addAll(account);
            }
        }
        say(checks, request.json());
        return isGood(checks) ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static AccountCheck journal(RunConfig config, Storage storage) {
        try {
            return new AccountCheck("journal", Verdict.GOOD, config.journal() + " " + storage.probe());
        } catch (PloyException e) {
            return new AccountCheck("journal", Verdict.BAD, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isGood(List<AccountCheck> checks) {
        return checks.stream().noneMatch(check -> check.verdict() == Verdict.BAD);
    }

    private void say(List<AccountCheck> checks, boolean json) {
        if (json) {
            ObjectNode root = JsonNodeFactory.instance
                    .objectNode()
                    .put("schema", "ploy.run.check/1")
                    .put("good", isGood(checks));
            ArrayNode list = root.putArray("checks");
            checks.forEach(check -> list.addObject()
                    .put("subject", check.subject())
                    .put("verdict", word(check.verdict()))
                    .put("detail", check.detail()));
            console.out().print(JsonText.of(root));
            return;
        }
        Style style = console.outStyle();
        for (AccountCheck check : checks) {
            String verdict = String.format(Locale.ROOT, "%-8s", word(check.verdict()));
            String marked = switch (check.verdict()) {
                case GOOD -> style.good(verdict);
                case WARNING -> style.warn(verdict);
                case BAD -> style.bad(verdict);
            };
            console.out().println(marked + Printable.of(check.subject() + ": " + check.detail()));
        }
        console.out()
                .println(
                        isGood(checks)
                                ? "Everything is as it must be; nothing was sent."
                                : "As it is, this account cannot trade.");
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
