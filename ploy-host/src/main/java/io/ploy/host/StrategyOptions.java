package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How a command is told a strategy's parameters. */
final class StrategyOptions {
    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "Set a parameter of the strategy; once for each. 'ploy plugins' lists them.")
    private List<String> parameters = List.of();

    /** The parameters by name. */
    Map<String, String> parameters() {
        Map<String, String> byName = new TreeMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.badInput(
                        "--param takes NAME=VALUE, such as --param shares=20; found '" + parameter + "'.");
            }
            String name = parameter.substring(0, equals).trim();
            if (byName.put(name, parameter.substring(equals + 1).trim()) != null) {
                throw CommandFailure.badInput("--param " + name + " is given twice.");
            }
        }
        return byName;
    }
}
