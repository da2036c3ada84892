package io.ploy.core.backtest;

import io.ploy.core.sim.VenueTerms;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes settings as text, one entry for each of their accessors, so that nothing a run assumed can be left out. */
final class SettingsText {
    private static final Set<String> NOT_SETTINGS = Set.of("toString", "hashCode", "toBuilder");

    private SettingsText() {}

    static void of(String prefix, Object settings, Map<String, String> into) {
        for (Method accessor : settings.getClass().getDeclaredMethods()) {
            if (Modifier.isPublic(accessor.getModifiers())
                    && !Modifier.isStatic(accessor.getModifiers())
                    && accessor.getParameterCount() == 0
                    && !NOT_SETTINGS.contains(accessor.getName())) {
                try {
                    Object value = accessor.invoke(settings);
                    if (value instanceof VenueTerms parts) {
                        of(prefix, parts, into);
                    } else {
                        into.put(prefix + accessor.getName(), text(value));
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot read " + accessor, e);
                }
            }
        }
    }

    private static String text(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(String::valueOf).orElse("none")
                : value.toString();
    }
}
