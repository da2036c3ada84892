package io.ploy.host.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.EvidenceCheck;
import io.ploy.core.deployment.EvidenceCode;
import io.ploy.core.deployment.EvidenceRules;
import io.ploy.core.deployment.EvidenceStatus;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Deployments for a person and for a program.
 *
 * @param register what there is
 * @param engine the version that would trade
 * @param now when
 */
public record DeploymentText(RegisterSnapshot register, EngineVersion engine, Instant now) {
    /** A table, and for each what its next step needs. */
    public List<String> lines(Style style) {
        if (register.deployments().isEmpty()) {
            return List.of("There is no deployment.");
        }
        TextTable table = new TextTable()
                .words("deployment")
                .words("stage")
                .words("strategy")
                .words("plugin")
                .words("account")
                .words("domain")
                .words("markets")
                .words("window")
                .words("owner")
                .words("evidence");
        for (Deployment each : register.deployments()) {
            table.row(
                    each.id().name(),
                    each.stage().word(),
                    each.strategy(),
                    each.artifact().plugin() + " " + each.artifact().version(),
                    each.account().name(),
                    each.domain(),
                    each.markets().toString(),
                    each.timeframe().map(DeploymentText::window).orElse("any"),
                    each.owner(),
                    evidence(each));
        }
        List<String> lines = new ArrayList<>(table.lines(style));
        register.deployments().forEach(each -> next(each, lines));
        return lines;
    }

    private static String window(Duration length) {
        return length.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private String evidence(Deployment deployment) {
        if (!deployment.stage().tradesLive()) {
            return "not needed";
        }
        EvidenceStatus status = forOrders(deployment);
        return status.code() == EvidenceCode.OK
                ? "until " + status.until()
                : status.code().name();
    }

    private EvidenceStatus forOrders(Deployment deployment) {
        return new EvidenceCheck(deployment.id(), deployment.build(engine), EvidenceRules.DEFAULT).check(register, now);
    }

    private EvidenceStatus forPromotion(Deployment deployment, Stage next) {
        return EvidenceCheck.forPromotion(register, deployment, next, engine, EvidenceRules.DEFAULT, now);
    }

    private void next(Deployment deployment, List<String> lines) {
        if (deployment.stage().tradesLive()) {
            EvidenceStatus status = forOrders(deployment);
            if (status.code() != EvidenceCode.OK) {
                lines.add("");
                lines.add(Printable.of(deployment.id() + " adds no risk: " + status.detail()));
            }
            register.rival(deployment.id())
                    .ifPresent(rival -> lines.add(Printable.of(deployment.id() + " adds no risk: " + rival
                            + " trades some of the same markets with the same strategy")));
        }
        deployment.stage().next().ifPresent(stage -> {
            EvidenceStatus status = forPromotion(deployment, stage);
            lines.add("");
            lines.add(Printable.of(deployment.id() + " can "
                    + (status.code() == EvidenceCode.OK
                            ? "be promoted to " + stage.word() + ": 'ploy deployments promote " + register.source()
                                    + " " + deployment.id() + " --by NAME --reason TEXT'"
                            : "not be promoted to " + stage.word() + " yet: " + status.detail())));
        });
    }

    /** The same as JSON. */
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", "ploy.deployments/1")
                .put("register", register.source())
                .put("at", now.toString());
        ArrayNode all = root.putArray("deployments");
        register.deployments().forEach(each -> json(each, all.addObject()));
        return root;
    }

    private void json(Deployment each, ObjectNode node) {
        node.put("id", each.id().name())
                .put("stage", each.stage().name())
                .put("strategy", each.strategy())
                .put("plugin", each.artifact().plugin())
                .put("version", each.artifact().version())
                .put("artifact", each.artifact().sha256())
                .put("parameters", each.parametersSha256())
                .put("account", each.account().name())
                .put("domain", each.domain());
        ArrayNode markets = node.putArray("markets");
        each.markets().patterns().forEach(markets::add);
        node.put("timeframe", each.timeframe().map(Duration::toString).orElse(null))
                .put("owner", each.owner())
                .put("createdAt", each.createdAt().toString())
                .put("rival", register.rival(each.id()).map(Object::toString).orElse(null));
        status(node.putObject("evidence"), forOrders(each));
        each.stage()
                .next()
                .ifPresentOrElse(
                        stage -> status(node.putObject("next").put("stage", stage.name()), forPromotion(each, stage)),
                        () -> node.putNull("next"));
    }

    private static void status(ObjectNode node, EvidenceStatus status) {
        node.put("code", status.code().name()).put("detail", status.detail());
        if (status.until().equals(Instant.MAX)) {
            node.putNull("until");
        } else {
            node.put("until", status.until().toString());
        }
    }
}
