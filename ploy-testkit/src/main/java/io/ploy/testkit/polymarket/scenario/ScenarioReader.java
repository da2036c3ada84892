package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from YAML. */
final class ScenarioReader {
    private static final List<String> KEYS = List.of("name", "seed", "world", "profile", "latency", "faults", "expect");
    private static final List<String> FAULT_KEYS = List.of(
            "fault",
            "name",
            "at",
            "after",
            "afterEnd",
            "order",
            "occasions",
            "every",
            "each",
            "random",
            "times",
            "for",
            "until",
            "p",
            "shape",
            "period",
            "where",
            "with");
    private static final List<String> COMPOSITIONS = List.of("sequence", "together", "repeat", "choose", "shadow");
    private static final Duration PERIOD = Extent.ALWAYS.period();

    private final String source;

    ScenarioReader(String source) {
        this.source = source;
    }

    Scenario read(String yaml) {
        YamlMap root = YamlMap.root(source, node(yaml)).allow(KEYS);
        String name = root.text("name");
        ScenarioBuilder builder = new ScenarioBuilder(name == null ? source.replaceAll("\\.ya?ml$", "") : name);
        set(root.whole("seed"), builder::seed);
        set(root.text("world"), builder::world);
        set(root.value("profile", ScenarioReader::profile), builder::profile);
        YamlMap latency = root.map("latency");
        if (latency != null) {
            latency.allow(List.of("p50", "p99"));
            Duration p50 = latency.duration("p50");
            Duration p99 = latency.duration("p99");
            root.made(
                    "latency",
                    () -> builder.latency(p50 == null ? Duration.ZERO : p50, p99 == null ? Duration.ZERO : p99));
        }
        root.maps("faults").forEach(step -> builder.add(step(step)));
        root.maps("expect").forEach(each -> builder.expect(ExpectationText.read(each)));
        return root.made("faults", builder::build);
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static <T> void set(@Nullable T value, FaultBuilder to, BiConsumer<FaultBuilder, T> setter) {
        if (value != null) {
            setter.accept(to, value);
        }
    }

    private Node node(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Node node = new Yaml(options).compose(new StringReader(yaml));
            if (node == null) {
                throw new ScenarioException(source + ":1: found nothing, allowed " + KEYS);
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ScenarioException(source + ":" + line + ": not YAML: " + e.getProblem());
        }
    }

    private static Profile profile(String word) {
        return Profile.of(word)
                .orElseThrow(() -> new IllegalArgumentException("found '" + word + "', allowed "
                        + Arrays.stream(Profile.values()).map(Profile::word).toList()));
    }

    /** One step of a list of faults. */
    Step step(YamlMap map) {
        for (String composition : COMPOSITIONS) {
            if (map.has(composition)) {
                map.allow(List.of(composition));
                return composed(map, composition);
            }
        }
        return new Step.Single(fault(map));
    }

    private Step composed(YamlMap map, String how) {
        if (how.equals("sequence")) {
            return new Step.Sequence(steps(map, how));
        }
        if (how.equals("together")) {
            return new Step.Together(steps(map, how));
        }
        if (how.equals("choose")) {
            List<Step.Option> options = new ArrayList<>();
            for (YamlMap option : map.maps(how)) {
                option.allow(List.of("weight", "faults"));
                Long weight = option.whole("weight");
                options.add(option.made(
                        "weight",
                        () -> new Step.Option(weight == null ? 1 : Math.toIntExact(weight), steps(option, "faults"))));
            }
            return map.made(how, () -> new Step.Choose(options));
        }
        YamlMap inner = map.map(how);
        if (inner == null) {
            throw map.complaint(how + ": missing");
        }
        if (how.equals("shadow")) {
            YamlMap outer = inner.allow(List.of("of", "faults")).map("of");
            if (outer == null) {
                throw inner.complaint("of: missing");
            }
            return new Step.Shadow(fault(outer), steps(inner, "faults"));
        }
        inner.allow(List.of("times", "every", "faults"));
        Long times = inner.whole("times");
        Duration every = inner.duration("every");
        return inner.made(
                "times",
                () -> new Step.Repeat(
                        times == null ? 1 : Math.toIntExact(times),
                        every == null ? Duration.ofSeconds(1) : every,
                        steps(inner, "faults")));
    }

    private List<Step> steps(YamlMap map, String key) {
        return map.maps(key).stream().map(this::step).toList();
    }

    private static FaultSpec fault(YamlMap map) {
        map.allow(FAULT_KEYS);
        Fault fault = map.made(
                "fault",
                () -> Fault.of(map.required("fault"))
                        .orElseThrow(() -> new IllegalArgumentException("found '" + map.text("fault")
                                + "', allowed F01 to F66 or a name such as " + Fault.F01.title())));
        String name = map.text("name");
        FaultBuilder builder = new FaultBuilder(fault, name == null ? fault.title() : name);
        when(map, builder);
        extent(map, builder);
        YamlMap where = map.map("where");
        if (where != null) {
            where.all().forEach((key, value) -> where.made(key, () -> builder.where(key, value)));
        }
        YamlMap with = map.map("with");
        if (with != null) {
            with.all().forEach(builder::with);
        }
        return map.made("with", builder::build);
    }

    private static void when(YamlMap map, FaultBuilder builder) {
        set(map.duration("at"), builder, FaultBuilder::at);
        set(map.text("after"), builder, FaultBuilder::after);
        set(map.text("afterEnd"), builder, FaultBuilder::afterEnd);
        YamlMap order = map.map("order");
        if (order != null) {
            order.allow(List.of("account", "filled"));
            Double filled = order.decimal("filled");
            map.made("order", () -> builder.order(order.required("account"), filled == null ? 0 : filled));
        }
        if (map.has("occasions")) {
            map.made(
                    "occasions",
                    () -> builder.occasions(map.texts("occasions").stream()
                            .map(Integer::valueOf)
                            .toArray(Integer[]::new)));
        }
        Long every = map.whole("every");
        if (every != null) {
            map.made("every", () -> builder.every(Math.toIntExact(every)));
        }
        Duration each = map.duration("each");
        Boolean random = map.flag("random");
        if (each != null) {
            map.made("each", () -> builder.each(each, Boolean.TRUE.equals(random)));
        } else if (random != null) {
            throw map.complaint("random: means nothing without each");
        }
    }

    private static void extent(YamlMap map, FaultBuilder builder) {
        Long times = map.whole("times");
        if (times != null) {
            map.made("times", () -> builder.times(Math.toIntExact(times)));
        }
        Duration lasts = map.duration("for");
        if (lasts != null) {
            map.made("for", () -> builder.lasting(lasts));
        }
        set(map.text("until"), builder, FaultBuilder::until);
        Double p = map.decimal("p");
        if (p != null) {
            map.made("p", () -> builder.p(p));
        }
        Extent.Shape shape = map.value("shape", ScenarioReader::shape);
        Duration period = map.duration("period");
        if (shape != null || period != null) {
            map.made(
                    "shape",
                    () -> builder.shape(
                            shape == null ? Extent.Shape.CONSTANT : shape, period == null ? PERIOD : period));
        }
    }

    private static Extent.Shape shape(String word) {
        return Arrays.stream(Extent.Shape.values())
                .filter(shape -> shape.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found '" + word + "', allowed "
                        + Arrays.toString(Extent.Shape.values()).toLowerCase(Locale.ROOT)));
    }
}
