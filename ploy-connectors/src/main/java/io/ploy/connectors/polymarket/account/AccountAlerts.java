package io.ploy.connectors.polymarket.account;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a person should know about an account. The same thing about the same subject is said at most once a minute.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class AccountAlerts {
    private static final Duration REPEAT_AFTER = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final TimeSource time;
    private final Consumer<Alert> out;
    private final Map<String, Long> said = new HashMap<>();

    AccountAlerts(TimeSource time, Consumer<Alert> out) {
        this.time = time;
        this.out = out;
    }

    void warn(String code, String subject, String message) {
        say(AlertSeverity.WARNING, code, subject, message);
    }

    void critical(String code, String subject, String message) {
        say(AlertSeverity.CRITICAL, code, subject, message);
    }

    private void say(AlertSeverity severity, String code, String subject, String message) {
        synchronized (this) {
            long now = time.nanos();
            Long last = said.get(code + " " + subject);
            if (last != null && now - last < REPEAT_AFTER.toNanos()) {
                return;
            }
            if (said.size() >= MOST_REMEMBERED) {
                said.values().removeIf(each -> now - each >= REPEAT_AFTER.toNanos());
            }
            said.put(code + " " + subject, now);
        }
        out.accept(new Alert(severity, code, subject, message, time.now()));
    }
}
