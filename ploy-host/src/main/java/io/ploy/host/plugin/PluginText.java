package io.ploy.host.plugin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.ApiVersion;
import io.ploy.api.plugin.Parameter;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import io.ploy.host.plugin.InstalledPlugins.Installed;
import io.ploy.host.plugin.InstalledPlugins.OfferedConnector;
import io.ploy.host.plugin.InstalledPlugins.OfferedStrategy;
import java.util.ArrayList;
import java.util.List;

/** What is installed, for a person and for a program. */
public final class PluginText {
    static final String SCHEMA = "ploy.plugins/1";

    private PluginText() {}

    /** A paragraph for each plugin, a table for each strategy's parameters. */
    public static List<String> lines(InstalledPlugins all, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("Plugins in " + Printable.of(all.folder().toString()) + " for API " + ApiVersion.CURRENT);
        if (all.plugins().isEmpty() && all.refused().isEmpty()) {
            lines.add("");
            lines.add("None. A plugin is a jar, or a folder with a jar and what it needs beside it.");
        }
        for (Installed plugin : all.plugins()) {
            lines.add("");
            lines.add(style.bold(plugin.info().name()) + " "
                    + Printable.of(plugin.info().version()) + "  "
                    + style.faint("API " + plugin.info().api() + ", "
                            + Printable.of(plugin.location().toString())));
            plugin.strategies().forEach(strategy -> strategy(lines, strategy, style));
            plugin.connectors().forEach(connector -> connector(lines, connector, style));
            plugin.others().forEach(other -> lines.add("  " + Printable.of(other)));
        }
        all.refused().forEach(refused -> {
            lines.add("");
            lines.add(
                    style.bad("refused") + " " + Printable.of(refused.location().toString()));
            lines.add("  " + Printable.of(refused.reason()));
        });
        return lines;
    }

    private static void strategy(List<String> lines, OfferedStrategy strategy, Style style) {
        lines.add("  strategy " + title(strategy.name(), strategy.description(), style));
        parameters(lines, "Parameter", strategy.parameters(), style);
    }

    private static void connector(List<String> lines, OfferedConnector connector, Style style) {
        lines.add("  venue connector " + title(connector.name(), connector.description(), style));
        parameters(lines, "Parameter", connector.parameters(), style);
        parameters(lines, "For each account", connector.accountParameters(), style);
    }

    private static String title(String name, String description, Style style) {
        return style.good(Printable.of(name)) + (description.isEmpty() ? "" : ": " + Printable.of(description));
    }

    private static void parameters(List<String> lines, String heading, List<Parameter<?>> parameters, Style style) {
        if (parameters.isEmpty()) {
            return;
        }
        TextTable table = new TextTable()
                .words(heading)
                .words("Type")
                .numbers("Default")
                .words("Range")
                .words("Unit");
        for (Parameter<?> parameter : parameters) {
            table.row(parameter.name(), parameter.type(), parameter.defaultText(), range(parameter), parameter.unit());
        }
        List<String> rows = table.lines(style);
        lines.add("    " + rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            lines.add("    " + rows.get(i));
            Parameter<?> parameter = parameters.get(i - 1);
            String help =
                    parameter.help() + (parameter.isEvidenceNeutral() ? " Changing it leaves evidence valid." : "");
            if (!help.isEmpty()) {
                lines.add("        " + style.faint(Printable.of(help.strip())));
            }
        }
    }

    private static String range(Parameter<?> parameter) {
        return parameter
                .minimum()
                .flatMap(low -> parameter.maximum().map(high -> low + " to " + high))
                .orElse("");
    }

    /** The same as JSON. */
    public static ObjectNode json(InstalledPlugins all) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA).put("folder", all.folder().toString()).put("api", ApiVersion.CURRENT.toString());
        ArrayNode plugins = root.putArray("plugins");
        for (Installed plugin : all.plugins()) {
            ObjectNode node = plugins.addObject();
            node.put("name", plugin.info().name())
                    .put("version", plugin.info().version())
                    .put("api", plugin.info().api().toString())
                    .put("location", plugin.location().toString());
            ArrayNode strategies = node.putArray("strategies");
            plugin.strategies().forEach(strategy -> strategies.add(json(strategy)));
            ArrayNode connectors = node.putArray("connectors");
            plugin.connectors().forEach(connector -> connectors.add(json(connector)));
            ArrayNode others = node.putArray("others");
            plugin.others().forEach(others::add);
        }
        ArrayNode refused = root.putArray("refused");
        all.refused()
                .forEach(each -> refused.addObject()
                        .put("location", each.location().toString())
                        .put("reason", each.reason()));
        return root;
    }

    private static ObjectNode json(OfferedStrategy strategy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", strategy.name()).put("description", strategy.description());
        parameters(node.putArray("parameters"), strategy.parameters());
        return node;
    }

    private static ObjectNode json(OfferedConnector connector) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", connector.name()).put("description", connector.description());
        parameters(node.putArray("parameters"), connector.parameters());
        parameters(node.putArray("accountParameters"), connector.accountParameters());
        return node;
    }

    private static void parameters(ArrayNode out, List<Parameter<?>> parameters) {
        for (Parameter<?> parameter : parameters) {
            out.addObject()
                    .put("name", parameter.name())
                    .put("type", parameter.type())
                    .put("default", parameter.defaultText())
                    .put("minimum", parameter.minimum().orElse(null))
                    .put("maximum", parameter.maximum().orElse(null))
                    .put("unit", parameter.unit())
                    .put("help", parameter.help())
                    .put("evidenceNeutral", parameter.isEvidenceNeutral());
        }
    }
}
