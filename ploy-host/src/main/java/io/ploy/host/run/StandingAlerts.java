package io.ploy.host.run;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import io.ploy.host.run.StandingNews.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells once of everything that changes in what strategies may do by the register and by time. */
final class StandingAlerts {
    private final Standings standings;
    private final Map<String, StandingNews> told = new TreeMap<>();

    StandingAlerts(Standings standings) {
        this.standings = standings;
    }

    /** What is new. */
    List<Alert> look(Instant now) {
        standings.look();
        List<Alert> alerts = new ArrayList<>();
        for (Map.Entry<String, Standing> each : new TreeMap<>(standings.all()).entrySet()) {
            StandingNews news = StandingNews.of(each.getValue(), now);
            StandingNews before = told.put(each.getKey(), news);
            if (before == null ? news.state() != State.READY : !news.equals(before)) {
                alerts.add(alert(each.getKey(), each.getValue(), news, now));
            }
        }
        return alerts;
    }

    private static Alert alert(String strategy, Standing standing, StandingNews news, Instant now) {
        return switch (news.state()) {
            case READY ->
                new Alert(
                        AlertSeverity.INFO,
                        "deployment.ready",
                        strategy,
                        "Deployment " + standing.deployed().id() + " may add risk.",
                        now);
            case EXPIRING ->
                new Alert(
                        AlertSeverity.WARNING,
                        "evidence.expiring",
                        strategy,
                        "Make it anew in time; then " + strategy + " adds no risk: " + news.detail() + ".",
                        now);
            case EXPIRED ->
                new Alert(
                        AlertSeverity.CRITICAL,
                        "evidence.expired",
                        strategy,
                        strategy + " adds no risk: " + news.detail() + ".",
                        now);
            case BLOCKED ->
                new Alert(
                        AlertSeverity.CRITICAL,
                        "deployment.blocked",
                        strategy,
                        strategy + " only reduces: " + news.detail() + ".",
                        now);
        };
    }
}
