package io.ploy.testkit.polymarket.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Quantity;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.fault.Trigger;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.ScenarioException;
import io.ploy.testkit.polymarket.scenario.Stage;
import io.ploy.testkit.polymarket.scenario.Verdict;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Switches faults while the venue runs, and tells what struck, what is true and what was expected. Nothing here fails on
 * purpose.
 */
public final class ControlService implements RestService {
    private static final JsonMapper JSON = new JsonMapper();

    private final Stage stage;
    private final Truth truth;
    private final Routes routes;

    /**
     * Switches of a stage.
     *
     * @param stage where scenarios are played
     */
    public ControlService(Stage stage) {
        this.stage = stage;
        truth = new Truth(stage);
        routes = new Routes()
                .on("GET", "/", (request, parts) -> () -> WireAnswer.json(status().toString()))
                .on("GET", "/page", (request, parts) -> StatusPage::answer)
                .on("GET", "/log", (request, parts) -> this::log)
                .on(
                        "GET",
                        "/scenario",
                        (request, parts) -> () -> text(stage.scenario().toYaml()))
                .on("POST", "/scenario", this::play)
                .on(
                        "GET",
                        "/replay",
                        (request, parts) -> () -> text(stage.replay().toYaml()))
                .on("POST", "/faults", this::inject)
                .on("DELETE", "/faults", (request, parts) -> this::quiet)
                .on("DELETE", "/faults/{name}", (request, parts) -> () -> stop(parts.getOrDefault("name", "")))
                .on(
                        "GET",
                        "/truth",
                        (request, parts) -> () -> WireAnswer.json(truth.json().toString()))
                .on("POST", "/report", (request, parts) -> () -> report(request))
                .on("POST", "/advance", (request, parts) -> () -> advance(request))
                .on("GET", "/verdict", (request, parts) -> this::verdict);
    }

    @Override
    public Turn receive(WireRequest request) {
        return routes.receive(request);
    }

    private ObjectNode status() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("scenario", stage.scenario().name());
        json.put("seed", stage.engine().seed());
        json.put("time", stage.engine().now().toString());
        json.put("mode", stage.venue().mode().mode().name());
        json.put("settled", stage.isSettled());
        ArrayNode faults = json.putArray("faults");
        for (Trigger trigger : stage.engine().triggers()) {
            ObjectNode fault = faults.addObject();
            fault.put("name", trigger.spec().name());
            fault.put("fault", trigger.spec().fault().name());
            fault.put("does", trigger.spec().fault().words());
            fault.put("state", trigger.isOpen() ? "active" : trigger.isOver() ? "over" : "waiting");
            fault.put("occasions", trigger.occasions());
            fault.put("strikes", trigger.fired());
        }
        return json;
    }

    private WireAnswer log() {
        return text(stage.log().firings().stream().map(Firing::toString).collect(Collectors.joining("\n", "", "\n")));
    }

    private Turn play(WireRequest request, Map<String, String> parts) {
        return changing(() -> {
            Scenario scenario = Scenario.parse(request.body(), "request");
            stage.play(scenario);
            return "played " + scenario.name();
        });
    }

    private Turn inject(WireRequest request, Map<String, String> parts) {
        return changing(() -> {
            String name = stage.inject(request.body());
            return "injected " + name;
        });
    }

    private static Turn changing(Supplier<String> change) {
        return () -> {
            try {
                return done(change.get());
            } catch (ScenarioException e) {
                return refused(String.valueOf(e.getMessage()));
            } catch (IllegalArgumentException e) {
                return refused(String.valueOf(e.getMessage()));
            }
        };
    }

    private WireAnswer quiet() {
        stage.engine().stopAll();
        return done("all faults are over");
    }

    private WireAnswer stop(String name) {
        return stage.engine().stop(name)
                ? done("stopped " + name)
                : WireAnswer.json(
                        404,
                        error("no fault '" + name + "'; there are "
                                + stage.engine().triggers().stream()
                                        .map(trigger -> trigger.spec().name())
                                        .toList()));
    }

    private WireAnswer report(WireRequest request) {
        try {
            JsonNode json = JSON.readTree(request.body());
            json.path("alerts").forEach(code -> stage.report().alert(code.asText()));
            json.path("positions").properties().forEach(account -> {
                Map<String, Quantity> held = new HashMap<>();
                account.getValue()
                        .properties()
                        .forEach(row -> held.put(
                                row.getKey(), Quantity.parse(row.getValue().asText())));
                stage.report().positions(account.getKey(), held);
            });
            return done("noted");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return refused("allowed is {\"alerts\":[\"code\"],\"positions\":{\"account\":{\"token\":\"shares\"}}}: "
                    + e.getMessage());
        }
    }

    private WireAnswer advance(WireRequest request) {
        String text = request.parameter("by").orElse("");
        try {
            Duration step = Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
            stage.venue().state().loop().advance(step);
            return done("it is " + stage.engine().now());
        } catch (NumberFormatException e) {
            return refused("by: found '" + text + "', allowed seconds");
        } catch (IllegalStateException | IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer verdict() {
        Verdict verdict = stage.verdict();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("passed", verdict.passed());
        json.put("settled", stage.isSettled());
        json.put("seed", verdict.seed());
        json.put("strikes", verdict.strikes());
        ArrayNode complaints = json.putArray("complaints");
        verdict.complaints().forEach(complaints::add);
        return WireAnswer.json(json.toString());
    }

    private static WireAnswer done(String what) {
        return WireAnswer.json(
                JsonNodeFactory.instance.objectNode().put("done", what).toString());
    }

    private static WireAnswer refused(String why) {
        return WireAnswer.json(400, error(why));
    }

    private static String error(String why) {
        return JsonNodeFactory.instance.objectNode().put("error", why).toString();
    }

    private static WireAnswer text(String text) {
        return new WireAnswer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
    }
}
