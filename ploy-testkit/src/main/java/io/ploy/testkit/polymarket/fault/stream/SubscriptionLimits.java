package io.ploy.testkit.polymarket.fault.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Connections fall silent, all of them that follow too many assets, without a word. */
final class SubscriptionLimits implements Effect {
    static final Parameter<Integer> MOST =
            Parameter.integer("most", "100").between("1", "100000").help("Assets a connection may follow.");

    private final Injection injection;
    private final Map<Long, Set<String>> followed = new HashMap<>();

    SubscriptionLimits(Injection injection) {
        this.injection = injection;
    }

    @Override
    public boolean received(Line line) {
        JsonNode assets = line.json().path("assets_ids");
        if (line.socket().channel() == Channel.MARKET && assets.isArray()) {
            Set<String> mine = followed.computeIfAbsent(line.socket().number(), number -> new HashSet<>());
            boolean wasOver = mine.size() > injection.get(MOST);
            boolean leaves = line.json().path("operation").asText().equalsIgnoreCase("unsubscribe");
            assets.forEach(asset -> {
                if (leaves) {
                    mine.remove(asset.asText());
                } else {
                    mine.add(asset.asText());
                }
            });
            if (!wasOver && mine.size() > injection.get(MOST) && !injection.fires(line)) {
                mine.clear();
            }
        }
        return true;
    }

    @Override
    public OnFrame frame(Line line) {
        Set<String> mine = followed.get(line.socket().number());
        return mine != null && mine.size() > injection.get(MOST) && line.tells()
                ? OnFrame.DROP
                : OnFrame.send(line.text());
    }

    @Override
    public void over() {
        followed.clear();
    }
}
