package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Connections tell nothing of some assets, not even their first book. */
final class SilentAsset implements Effect {
    static final Parameter<Double> SHARE = Parameter.decimal("share", "1")
            .help("The share of assets of a connection, drawn when it first would hear of them.");
    static final Parameter<Double> RESCUE =
            Parameter.decimal("rescue", "0").help("The probability that subscribing again helps.");

    private final Injection injection;
    private final Map<String, Boolean> silent = new HashMap<>();

    SilentAsset(Injection injection) {
        this.injection = injection;
    }

    @Override
    public boolean received(Line line) {
        line.json().path("assets_ids").forEach(asset -> {
            String key = key(line, asset.asText());
            if (Boolean.TRUE.equals(silent.get(key)) && injection.random().nextDouble() < injection.get(RESCUE)) {
                silent.put(key, false);
            }
        });
        return true;
    }

    @Override
    public OnFrame frame(Line line) {
        if (line.socket().channel() != Channel.MARKET
                || !line.tells()
                || !injection.trigger().isOpen()) {
            return OnFrame.send(line.text());
        }
        Set<String> hidden = new LinkedHashSet<>();
        for (String token : line.tokens()) {
            if (isSilent(line, token)) {
                hidden.add(token);
            }
        }
        if (hidden.isEmpty()) {
            return OnFrame.send(line.text());
        }
        return hidden.containsAll(line.tokens()) ? OnFrame.DROP : without(line, hidden);
    }

    private boolean isSilent(Line line, String token) {
        return silent.computeIfAbsent(key(line, token), key -> {
            boolean meant = injection.trigger().spec().where().isToken(token);
            boolean struck =
                    meant && injection.fires(line) && injection.random().nextDouble() < injection.get(SHARE);
            if (struck) {
                injection.trigger().say("asset " + token);
            }
            return struck;
        });
    }

    /** The books, or the changes, of the other assets. */
    private static OnFrame without(Line line, Set<String> hidden) {
        var json = line.json().deepCopy();
        var list = json.isArray() ? json : json.path("price_changes");
        if (list instanceof ArrayNode rows) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (hidden.contains(rows.get(i).path("asset_id").asText())) {
                    rows.remove(i);
                }
            }
        }
        return OnFrame.send(WireText.of(json.toString()));
    }

    private static String key(Line line, String token) {
        return line.socket().number() + " " + token;
    }
}
