package io.ploy.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The status of a host, for people. */
public final class StatusText {
    private static final Duration LATE = Duration.ofSeconds(5);

    private StatusText() {}

    /**
     * Whether a host still writes what it should write every second.
     *
     * @param status as it was written
     * @param now the time
     * @return false if it hangs or was stopped
     */
    public static boolean isFresh(JsonNode status, Instant now) {
        return age(status.path("at"), now).compareTo(LATE) < 0;
    }

    /**
     * In lines.
     *
     * @param status as it was written
     * @param now the time
     * @param style how to colour it
     * @return what to print
     */
    public static List<String> lines(JsonNode status, Instant now, Style style) {
        List<String> lines = new ArrayList<>();
        String process = "process " + status.path("pid").asLong();
        Duration age = age(status.path("at"), now);
        lines.add(
                isFresh(status, now)
                        ? process
                        : style.bad(process + " has not written its status for " + age.toSeconds() + " s"));
        JsonNode engine = status.path("engine");
        lines.add("state     " + Printable.of(engine.path("state").asText()));
        engine.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getKey().equals("state")) {
                lines.add("  " + entry.getKey() + " "
                        + Printable.of(entry.getValue().asText()));
            }
        });
        lines.addAll(FigureText.lines(engine, style));
        lines.addAll(FlattenText.lines(status, style));
        Duration quiet = age(status.path("engineAt"), now);
        if (quiet.compareTo(LATE) >= 0) {
            lines.add(style.bad("the engine has not answered for " + quiet.toSeconds() + " s"));
        }
        for (JsonNode cause : status.path("causes")) {
            lines.add(style.bad(cause.path("state").asText()) + " "
                    + Printable.of(cause.path("scope").asText() + ": "
                            + cause.path("cause").asText() + " since "
                            + cause.path("since").asText() + ", by "
                            + cause.path("who").asText() + ": "
                            + cause.path("why").asText() + "; needs "
                            + cause.path("needs").asText()));
        }
        for (JsonNode wait : status.path("waits")) {
            lines.add("waits for " + Printable.of(wait.asText()));
        }
        if (status.path("causes").isEmpty()) {
            lines.add("no cause is set");
        }
        return lines;
    }

    private static Duration age(JsonNode at, Instant now) {
        try {
            return Duration.between(Instant.parse(at.asText()), now);
        } catch (DateTimeException e) {
            return Duration.ofDays(1);
        }
    }
}
