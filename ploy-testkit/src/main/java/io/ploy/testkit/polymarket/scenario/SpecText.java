package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.When;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of a fault, but for what is as it would be anyway. */
final class SpecText {
    private SpecText() {}

    static Map<String, String> settings(FaultSpec spec) {
        Map<String, String> says = new LinkedHashMap<>();
        When when = spec.when();
        put(says, "at", when.at().isZero() ? null : Durations.text(when.at()));
        put(says, when.ended() ? "afterEnd" : "after", when.after());
        put(says, "every", when.every() == 1 ? null : Integer.toString(when.every()));
        put(says, "each", text(when.each()));
        put(says, "random", when.random() ? "true" : null);
        Extent extent = spec.extent();
        put(says, "times", extent.times() == 0 ? null : Integer.toString(extent.times()));
        put(says, "for", text(extent.lasts()));
        put(says, "until", extent.until());
        put(says, "p", extent.p() == 1 ? null : Double.toString(extent.p()));
        if (extent.shape() != Extent.Shape.CONSTANT) {
            put(says, "shape", extent.shape().name().toLowerCase(Locale.ROOT));
            put(says, "period", Durations.text(extent.period()));
        }
        return says;
    }

    /** The parameters that are not at their defaults. */
    static Map<String, String> parameters(FaultSpec spec) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> set = spec.parameters().texts();
        for (Parameter<?> parameter : FaultKinds.parameters(spec.fault())) {
            String text = set.getOrDefault(parameter.name(), parameter.defaultText());
            if (!text.equals(parameter.defaultText())) {
                texts.put(parameter.name(), text);
            }
        }
        return texts;
    }

    private static @Nullable String text(@Nullable Duration time) {
        return time == null ? null : Durations.text(time);
    }

    private static void put(Map<String, String> says, String key, @Nullable String value) {
        if (value != null) {
            says.put(key, value);
        }
    }
}
