package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** What is said on the market channel. */
final class MarketMessages {
    private final int assetsPerMessage;
    private final boolean customFeatures;

    MarketMessages(int assetsPerMessage, boolean customFeatures) {
        this.assetsPerMessage = assetsPerMessage;
        this.customFeatures = customFeatures;
    }

    /** The messages that begin a connection. The venue takes one of the first kind only. */
    List<String> begin(Collection<String> assets) {
        List<String> messages = new ArrayList<>();
        Iterator<String> left = assets.iterator();
        ObjectNode first = JsonNodeFactory.instance.objectNode();
        take(left, first.putArray("assets_ids"));
        first.put("type", "market");
        custom(first);
        messages.add(first.toString());
        subscribe(left, messages);
        return messages;
    }

    List<String> subscribe(Collection<String> assets) {
        List<String> messages = new ArrayList<>();
        subscribe(assets.iterator(), messages);
        return messages;
    }

    private void subscribe(Iterator<String> left, List<String> messages) {
        while (left.hasNext()) {
            ObjectNode next = JsonNodeFactory.instance.objectNode().put("operation", "subscribe");
            take(left, next.putArray("assets_ids"));
            custom(next);
            messages.add(next.toString());
        }
    }

    List<String> unsubscribe(Collection<String> assets) {
        List<String> messages = new ArrayList<>();
        Iterator<String> left = assets.iterator();
        while (left.hasNext()) {
            ObjectNode next = JsonNodeFactory.instance.objectNode().put("operation", "unsubscribe");
            take(left, next.putArray("assets_ids"));
            messages.add(next.toString());
        }
        return messages;
    }

    private void take(Iterator<String> from, ArrayNode into) {
        for (int i = 0; i < assetsPerMessage && from.hasNext(); i++) {
            into.add(from.next());
        }
    }

    /** The flag is the connection's, so it is said each time the same. */
    private void custom(ObjectNode message) {
        if (customFeatures) {
            message.put("custom_feature_enabled", true);
        }
    }
}
