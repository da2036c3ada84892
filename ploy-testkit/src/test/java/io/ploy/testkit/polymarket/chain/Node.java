package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.testkit.polymarket.Asked;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RestService;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.web3j.crypto.Hash;

/** A node asked as its server would, with call data made by the field's own library. */
final class Node {
    private final RestService service;
    private final VenueLoop loop;

    Node(RestService service, VenueLoop loop) {
        this.service = service;
        this.loop = loop;
    }

    /** The whole answer. */
    JsonNode ask(String method, Object... parameters) {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("jsonrpc", "2.0")
                .put("id", 7)
                .put("method", method);
        ArrayNode array = request.putArray("params");
        Arrays.stream(parameters).forEach(each -> {
            if (each instanceof JsonNode json) {
                array.add(json);
            } else if (each instanceof Boolean flag) {
                array.add(flag);
            } else {
                array.add(each.toString());
            }
        });
        return post(request.toString());
    }

    JsonNode post(String body) {
        RestService.Turn turn = service.receive(Asked.request(Api.CHAIN, "POST", "", Map.of(), body));
        return Asked.read(loop.ask(turn::take).body());
    }

    /** What came out, which must not be an error. */
    JsonNode result(String method, Object... parameters) {
        JsonNode answer = ask(method, parameters);
        if (!answer.has("result")) {
            throw new AssertionError(answer.toString());
        }
        return answer.get("result");
    }

    JsonNode error(String method, Object... parameters) {
        return ask(method, parameters).path("error");
    }

    /** A number that a contract answers. */
    BigInteger number(Address contract, String signature, Object... words) {
        String hex = result("eth_call", call(contract, data(signature, words)), "latest")
                .asText();
        return new BigInteger(hex.substring(2), 16);
    }

    static ObjectNode call(Address contract, String data) {
        return JsonNodeFactory.instance.objectNode().put("to", contract.hex()).put("data", data);
    }

    static ObjectNode call(Address from, ContractCall call) {
        return call(call.target(), call.dataHex()).put("from", from.hex());
    }

    /** A selector and words, for functions without arrays. */
    static String data(String signature, Object... words) {
        StringBuilder data = new StringBuilder("0x")
                .append(HexFormat.of().formatHex(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)), 0, 4));
        for (Object word : words) {
            if (word instanceof Address address) {
                data.append("0".repeat(24)).append(address.hex().substring(2));
            } else if (word instanceof String hex) {
                data.append(hex.substring(2)).append("0".repeat(66 - hex.length()));
            } else {
                data.append(String.format("%064x", new BigInteger(word.toString())));
            }
        }
        return data.toString();
    }
}
