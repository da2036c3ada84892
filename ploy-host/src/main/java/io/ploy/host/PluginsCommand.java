package io.ploy.host;

import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.plugin.InstalledPlugins;
import io.ploy.host.plugin.PluginText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ploy plugins}. */
@Command(
        name = "plugins",
        header = "List the installed plugins, their strategies and parameters.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nShows each plugin's version, the API versions it was built for, and each strategy's parameters with type,"
                    + " default and range. What was refused is listed with the reason."
        },
        footer = {
            "%nExamples:",
            "  ploy plugins",
            "  ploy plugins --plugins ~/my-plugins",
            "  ploy plugins --json | jq '.plugins[].strategies[].name'",
            "%nExit codes: 0 listed, 1 failed, 2 the folder cannot be read or a plugin in it was refused."
        })
final class PluginsCommand implements Callable<Integer> {
    private final Console console;
    private final Wiring wiring;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Where the plugins are. Default: the folder 'plugins' of this installation.")
    private @Nullable Path plugins;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    PluginsCommand(Console console, Wiring wiring) {
        this.console = console;
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        InstalledPlugins installed = wiring.plugins().list(plugins == null ? wiring.pluginsFolder() : plugins);
        if (json) {
            console.out().print(JsonText.of(PluginText.json(installed)));
        } else {
            PluginText.lines(installed, console.outStyle()).forEach(console.out()::println);
        }
        return installed.refused().isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }
}
