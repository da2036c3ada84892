package io.ploy.strategies.fake;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps what was logged, as level and text. */
public final class RecordingLogger {
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (self, method, given) -> {
                if (method.getReturnType() == boolean.class) {
                    return true;
                }
                if (given != null && given.length > 0 && given[0] instanceof String format) {
                    Object[] values = given.length == 2 && given[1] instanceof Object[] many
                            ? many
                            : Arrays.copyOfRange(given, 1, given.length);
                    lines.add(method.getName() + " "
                            + MessageFormatter.arrayFormat(format, values).getMessage());
                }
                return null;
            });

    public Logger logger() {
        return logger;
    }

    public List<String> lines() {
        return lines;
    }

    public long count(String level) {
        return lines.stream().filter(line -> line.startsWith(level + " ")).count();
    }
}
