package io.ploy.testkit.polymarket.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Expectations as scenarios write them. */
final class ExpectationText {
    private static final List<String> KINDS = List.of("fired", "requests", "orders", "alert", "positions");

    private ExpectationText() {}

    static Expectation read(YamlMap map) {
        String kind = KINDS.stream()
                .filter(map::has)
                .findFirst()
                .orElseThrow(() -> map.complaint("found nothing that is known, allowed " + KINDS));
        map.allow(List.of(kind));
        YamlMap inner = map.map(kind);
        if (inner == null) {
            throw map.complaint(kind + ": missing");
        }
        return switch (kind) {
            case "fired" -> new Expectation.Fired(inner.allow(keys("fault")).required("fault"), range(inner));
            case "requests" -> {
                inner.allow(keys("method", "path"));
                String method = inner.text("method");
                yield new Expectation.Requests(
                        method == null ? null : method.toUpperCase(Locale.ROOT), inner.required("path"), range(inner));
            }
            case "orders" -> {
                inner.allow(keys("account", "status"));
                yield new Expectation.Orders(inner.required("account"), inner.text("status"), range(inner));
            }
            case "alert" -> new Expectation.Alerts(inner.allow(keys("code")).required("code"), range(inner));
            default -> new Expectation.Positions(inner.allow(List.of("account")).required("account"));
        };
    }

    private static List<String> keys(String... own) {
        List<String> keys = new ArrayList<>(List.of(own));
        keys.addAll(List.of("exactly", "least", "most"));
        return keys;
    }

    private static Expectation.Range range(YamlMap map) {
        Long exactly = map.whole("exactly");
        Long least = map.whole("least");
        Long most = map.whole("most");
        if (exactly != null && (least != null || most != null)) {
            throw map.complaint("exactly: means nothing beside least and most");
        }
        return map.made(
                "least",
                () -> exactly != null
                        ? new Expectation.Range(exactly, exactly)
                        : new Expectation.Range(
                                least == null ? (most == null ? 1 : 0) : least, most == null ? Long.MAX_VALUE : most));
    }

    /** The kind and what it says. */
    static Map.Entry<String, Map<String, String>> write(Expectation expectation) {
        Map<String, String> says = new LinkedHashMap<>();
        if (expectation instanceof Expectation.Fired fired) {
            says.put("fault", fired.fault());
            write(fired.range(), says);
            return Map.entry("fired", says);
        }
        if (expectation instanceof Expectation.Requests requests) {
            if (requests.method() != null) {
                says.put("method", requests.method());
            }
            says.put("path", requests.path());
            write(requests.range(), says);
            return Map.entry("requests", says);
        }
        if (expectation instanceof Expectation.Orders orders) {
            says.put("account", orders.account());
            if (orders.status() != null) {
                says.put("status", orders.status());
            }
            write(orders.range(), says);
            return Map.entry("orders", says);
        }
        if (expectation instanceof Expectation.Alerts alerts) {
            says.put("code", alerts.code());
            write(alerts.range(), says);
            return Map.entry("alert", says);
        }
        says.put("account", ((Expectation.Positions) expectation).account());
        return Map.entry("positions", says);
    }

    private static void write(Expectation.Range range, Map<String, String> says) {
        if (range.least() == range.most()) {
            says.put("exactly", Long.toString(range.least()));
        } else {
            says.put("least", Long.toString(range.least()));
            if (range.most() != Long.MAX_VALUE) {
                says.put("most", Long.toString(range.most()));
            }
        }
    }
}
