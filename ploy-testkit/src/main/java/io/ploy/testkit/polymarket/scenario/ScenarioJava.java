package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.When;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes a scenario as the Java that builds it. */
final class ScenarioJava {
    private static final String STEP = "        ";
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final StringBuilder out = new StringBuilder();

    private ScenarioJava() {}

    static String write(Scenario scenario) {
        ScenarioJava java = new ScenarioJava();
        java.out.append("Scenario.builder(").append(text(scenario.name())).append(')');
        if (scenario.seed() != null) {
            java.call(STEP, "seed(" + scenario.seed() + ")");
        }
        if (scenario.world() != null) {
            java.call(STEP, "world(" + text(scenario.world()) + ")");
        }
        Profile profile = scenario.profile();
        if (profile != null) {
            java.call(STEP, "profile(Profile." + profile.name() + ")");
        }
        Latency latency = scenario.latency();
        if (latency != null) {
            java.call(STEP, "latency(" + time(latency.p50()) + ", " + time(latency.p99()) + ")");
        }
        java.steps(STEP, scenario.steps());
        scenario.expectations().forEach(java::expectation);
        return java.out.append("\n").append(STEP).append(".build()").toString();
    }

    private void steps(String indent, List<Step> steps) {
        steps.forEach(step -> step(indent, step));
    }

    private void step(String indent, Step step) {
        if (step instanceof Step.Single single) {
            FaultSpec spec = single.spec();
            call(indent, "inject(Fault." + spec.fault() + ", " + text(spec.name()) + ", " + how(spec) + ")");
        } else if (step instanceof Step.Sequence sequence) {
            group(indent, "sequence(", sequence.steps());
        } else if (step instanceof Step.Together together) {
            group(indent, "together(", together.steps());
        } else if (step instanceof Step.Repeat repeat) {
            group(indent, "repeat(" + repeat.times() + ", " + time(repeat.every()) + ", ", repeat.steps());
        } else if (step instanceof Step.Choose choose) {
            call(indent, "choose(options -> options");
            for (Step.Option option : choose.options()) {
                group(indent + STEP, "option(" + option.weight() + ", ", option.steps());
            }
            out.append(')');
        } else if (step instanceof Step.Shadow shadow) {
            FaultSpec spec = shadow.of();
            group(
                    indent,
                    "shadow(Fault." + spec.fault() + ", " + text(spec.name()) + ", " + how(spec) + ", ",
                    shadow.steps());
        }
    }

    private void group(String indent, String head, List<Step> steps) {
        call(indent, head + "group -> group");
        steps(indent + STEP, steps);
        out.append(')');
    }

    private static String how(FaultSpec spec) {
        StringBuilder how = new StringBuilder();
        When when = spec.when();
        if (!when.at().isZero()) {
            how.append(".at(").append(time(when.at())).append(')');
        }
        String after = when.after();
        if (after != null) {
            how.append(when.ended() ? ".afterEnd(" : ".after(")
                    .append(text(after))
                    .append(')');
        }
        When.OrderState order = when.order();
        if (order != null) {
            how.append(".order(")
                    .append(text(order.account()))
                    .append(", ")
                    .append(order.filled())
                    .append(')');
        }
        if (!when.occasions().isEmpty()) {
            StringJoiner numbers = new StringJoiner(", ");
            when.occasions().forEach(number -> numbers.add(number.toString()));
            how.append(".occasions(").append(numbers).append(')');
        }
        if (when.every() != 1) {
            how.append(".every(").append(when.every()).append(')');
        }
        Duration each = when.each();
        if (each != null) {
            how.append(".each(")
                    .append(time(each))
                    .append(", ")
                    .append(when.random())
                    .append(')');
        }
        extent(spec.extent(), how);
        WhereText.texts(spec.where())
                .forEach((key, value) -> how.append(".where(")
                        .append(text(key))
                        .append(", ")
                        .append(text(value))
                        .append(')'));
        SpecText.parameters(spec)
                .forEach((key, value) -> how.append(".with(")
                        .append(text(key))
                        .append(", ")
                        .append(text(value))
                        .append(')'));
        return how.length() == 0 ? "fault -> {}" : "fault -> fault" + how;
    }

    private static void extent(Extent extent, StringBuilder how) {
        if (extent.times() != 0) {
            how.append(".times(").append(extent.times()).append(')');
        }
        Duration lasts = extent.lasts();
        if (lasts != null) {
            how.append(".lasting(").append(time(lasts)).append(')');
        }
        if (extent.until() != null) {
            how.append(".until(").append(text(extent.until())).append(')');
        }
        if (extent.p() != 1) {
            how.append(".p(").append(extent.p()).append(')');
        }
        if (extent.shape() != Extent.Shape.CONSTANT) {
            how.append(".shape(Extent.Shape.")
                    .append(extent.shape())
                    .append(", ")
                    .append(time(extent.period()))
                    .append(')');
        }
    }

    private void expectation(Expectation expectation) {
        if (expectation instanceof Expectation.Fired fired) {
            call(STEP, "expectFired(" + text(fired.fault()) + range(fired.range()));
        } else if (expectation instanceof Expectation.Requests requests) {
            call(
                    STEP,
                    "expectRequests(" + text(requests.method()) + ", " + text(requests.path())
                            + range(requests.range()));
        } else if (expectation instanceof Expectation.Orders orders) {
            call(STEP, "expectOrders(" + text(orders.account()) + ", " + text(orders.status()) + range(orders.range()));
        } else if (expectation instanceof Expectation.Alerts alerts) {
            call(STEP, "expectAlerts(" + text(alerts.code()) + range(alerts.range()));
        } else if (expectation instanceof Expectation.Positions positions) {
            call(STEP, "expectPositions(" + text(positions.account()) + ")");
        }
    }

    private static String range(Expectation.Range range) {
        String most = range.most() == Long.MAX_VALUE ? "Long.MAX_VALUE" : Long.toString(range.most());
        return ", " + range.least() + ", " + most + ")";
    }

    private void call(String indent, String text) {
        out.append('\n').append(indent).append('.').append(text);
    }

    private static String time(Duration time) {
        long nanos = time.toNanos();
        if (nanos % NANOS_PER_SECOND == 0) {
            return "Duration.ofSeconds(" + time.toSeconds() + ")";
        }
        return nanos % NANOS_PER_MILLI == 0
                ? "Duration.ofMillis(" + time.toMillis() + ")"
                : "Duration.ofNanos(" + nanos + "L)";
    }

    private static String text(@Nullable String value) {
        return value == null ? "null" : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
