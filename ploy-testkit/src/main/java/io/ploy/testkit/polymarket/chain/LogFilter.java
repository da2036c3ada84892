package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.api.signing.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which logs somebody asks a node for. */
final class LogFilter {
    private final long from;
    private final long to;
    private final List<Address> addresses = new ArrayList<>();
    private final List<List<String>> topics = new ArrayList<>();

    /**
     * Reads a filter.
     *
     * @param newest the newest block
     * @throws RpcException if it makes no sense
     */
    LogFilter(JsonNode filter, long newest) {
        from = RpcParameters.block(filter.path("fromBlock"), newest);
        to = RpcParameters.block(filter.path("toBlock"), newest);
        if (from > to) {
            throw RpcParameters.wrong("invalid block range params");
        }
        each(filter.path("address")).forEach(value -> addresses.add(RpcParameters.address(value)));
        for (JsonNode place : filter.path("topics")) {
            topics.add(each(place).stream()
                    .map(value -> RpcParameters.text(value).toLowerCase(Locale.ROOT))
                    .toList());
        }
    }

    /** A value, each of several, or nothing. */
    private static List<JsonNode> each(JsonNode value) {
        List<JsonNode> all = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(all::add);
        } else if (!value.isNull() && !value.isMissingNode()) {
            all.add(value);
        }
        return all;
    }

    /** What fits, oldest first. */
    ArrayNode find(Chain chain, RpcJson json) {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        for (Receipt receipt : chain.logbook().between(from, to)) {
            for (int i = 0; i < receipt.logs().size(); i++) {
                if (fits(receipt.logs().get(i))) {
                    found.add(json.log(receipt, i));
                }
            }
        }
        return found;
    }

    private boolean fits(ChainLog log) {
        if ((!addresses.isEmpty() && !addresses.contains(log.contract()))
                || topics.size() > log.topics().size()) {
            return false;
        }
        for (int i = 0; i < topics.size(); i++) {
            if (!topics.get(i).isEmpty() && !topics.get(i).contains(log.topics().get(i))) {
                return false;
            }
        }
        return true;
    }
}
