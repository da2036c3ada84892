package io.ploy.host.plugin;

import io.ploy.api.risk.RiskRule;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.host.console.CommandFailure;
import java.util.List;

/** Finds risk rules of plugins by name. */
public final class RiskRules {
    private RiskRules() {}

    /**
     * The rule of that name.
     *
     * @throws CommandFailure if there is no such rule; it names those there are
     */
    public static RiskRule named(PluginCatalog catalog, String name) {
        List<RiskRule> installed = catalog.providers(RiskRule.class);
        return installed.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandFailure.badInput("There is no risk rule '" + name + "'. "
                        + (installed.isEmpty()
                                ? "None is installed."
                                : "Installed: "
                                        + String.join(
                                                ", ",
                                                installed.stream()
                                                        .map(RiskRule::name)
                                                        .sorted()
                                                        .toList())
                                        + ".")));
    }
}
