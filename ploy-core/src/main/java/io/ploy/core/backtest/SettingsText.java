package io.ploy.core.backtest;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
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
                    into.put(prefix + accessor.getName(), String.valueOf(accessor.invoke(settings)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot read " + accessor, e);
                }
            }
        }
    }
}
