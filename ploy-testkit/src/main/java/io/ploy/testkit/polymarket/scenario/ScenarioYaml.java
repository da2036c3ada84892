package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.When;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a scenario as YAML. */
final class ScenarioYaml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./-]*");
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private ScenarioYaml() {}

    static String write(Scenario scenario) {
        ScenarioYaml yaml = new ScenarioYaml();
        yaml.line("", "name: " + quoted(scenario.name()));
        if (scenario.seed() != null) {
            yaml.line("", "seed: " + scenario.seed());
        }
        if (scenario.world() != null) {
            yaml.line("", "world: " + quoted(scenario.world()));
        }
        Profile profile = scenario.profile();
        if (profile != null) {
            yaml.line("", "profile: " + profile.word());
        }
        Latency latency = scenario.latency();
        if (latency != null) {
            yaml.line(
                    "",
                    "latency: {p50: " + Durations.text(latency.p50()) + ", p99: " + Durations.text(latency.p99())
                            + "}");
        }
        if (!scenario.steps().isEmpty()) {
            yaml.line("", "faults:");
            yaml.steps(STEP, scenario.steps());
        }
        if (!scenario.expectations().isEmpty()) {
            yaml.line("", "expect:");
            for (Expectation expectation : scenario.expectations()) {
                Map.Entry<String, Map<String, String>> says = ExpectationText.write(expectation);
                yaml.line(STEP, "- " + says.getKey() + ": " + flow(says.getValue()));
            }
        }
        return yaml.out.toString();
    }

    private void steps(String indent, List<Step> steps) {
        steps.forEach(step -> step(indent, step));
    }

    private void step(String indent, Step step) {
        String deeper = indent + STEP + STEP;
        if (step instanceof Step.Single single) {
            fault(indent + "- ", indent + STEP, single.spec());
        } else if (step instanceof Step.Sequence sequence) {
            line(indent, "- sequence:");
            steps(deeper, sequence.steps());
        } else if (step instanceof Step.Together together) {
            line(indent, "- together:");
            steps(deeper, together.steps());
        } else if (step instanceof Step.Repeat repeat) {
            line(indent, "- repeat:");
            line(deeper, "times: " + repeat.times());
            line(deeper, "every: " + Durations.text(repeat.every()));
            line(deeper, "faults:");
            steps(deeper + STEP, repeat.steps());
        } else if (step instanceof Step.Choose choose) {
            line(indent, "- choose:");
            for (Step.Option option : choose.options()) {
                line(deeper, "- weight: " + option.weight());
                line(deeper, "  faults:");
                steps(deeper + STEP + STEP, option.steps());
            }
        } else if (step instanceof Step.Shadow shadow) {
            line(indent, "- shadow:");
            line(deeper, "of:");
            fault(deeper + STEP, deeper + STEP, shadow.of());
            line(deeper, "faults:");
            steps(deeper + STEP, shadow.steps());
        }
    }

    private void fault(String first, String indent, FaultSpec spec) {
        line(first, "fault: " + spec.fault());
        line(indent, "name: " + quoted(spec.name()));
        When.OrderState order = spec.when().order();
        if (order != null) {
            line(indent, "order: {account: " + quoted(order.account()) + ", filled: " + order.filled() + "}");
        }
        if (!spec.when().occasions().isEmpty()) {
            line(indent, "occasions: " + spec.when().occasions());
        }
        SpecText.settings(spec).forEach((key, value) -> line(indent, key + ": " + quoted(value)));
        Map<String, String> where = WhereText.texts(spec.where());
        if (!where.isEmpty()) {
            line(indent, "where: " + flow(where));
        }
        Map<String, String> with = SpecText.parameters(spec);
        if (!with.isEmpty()) {
            line(indent, "with: " + flow(with));
        }
    }

    private static String flow(Map<String, String> says) {
        StringBuilder flow = new StringBuilder("{");
        says.forEach((key, value) -> flow.append(flow.length() == 1 ? "" : ", ")
                .append(key)
                .append(": ")
                .append(quoted(value)));
        return flow.append('}').toString();
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }
}
