package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the node answers. Used on the venue's thread. */
final class RpcMethods {
    /** How far back balances may be asked for; they are answered as they are now. */
    private static final long KEPT_STATES = 128;

    private static final int MOST_BLOCKS_OF_FEES = 1_024;
    private static final String SOME_CODE = "0x6080604052";
    private static final byte[] ERROR = {0x08, (byte) 0xc3, 0x79, (byte) 0xa0};
    private static final Address NOBODY = new Address("0x0000000000000000000000000000000000000000");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Chain chain;
    private final Mempool mempool;
    private final RpcJson json;
    private final RawTransaction reader;
    private final Map<String, Method> methods = new HashMap<>();

    @FunctionalInterface
    private interface Method {
        JsonNode answer(RpcParameters parameters);
    }

    RpcMethods(Chain chain) {
        this.chain = chain;
        mempool = new Mempool(chain);
        json = new RpcJson(chain);
        reader = new RawTransaction(chain.chainId());
        methods.put("eth_chainId", parameters -> number(chain.chainId()));
        methods.put("net_version", parameters -> JSON.textNode(Long.toString(chain.chainId())));
        methods.put("web3_clientVersion", parameters -> JSON.textNode("simulated"));
        methods.put("eth_syncing", parameters -> JSON.booleanNode(false));
        methods.put("eth_blockNumber", parameters -> number(chain.block()));
        methods.put("eth_gasPrice", parameters -> number(Gas.BASE_FEE.add(Gas.USUAL_TIP)));
        methods.put("eth_maxPriorityFeePerGas", parameters -> number(Gas.USUAL_TIP));
        methods.put("eth_feeHistory", this::feeHistory);
        methods.put("eth_getBlockByNumber", this::block);
        methods.put("eth_call", this::call);
        methods.put("eth_estimateGas", this::estimate);
        methods.put("eth_getCode", this::code);
        methods.put("eth_getBalance", this::balance);
        methods.put("eth_getTransactionCount", this::count);
        methods.put("eth_sendRawTransaction", this::send);
        methods.put("eth_getTransactionByHash", this::transaction);
        methods.put("eth_getTransactionReceipt", this::receipt);
        methods.put("eth_getLogs", parameters -> new LogFilter(parameters.at(0), chain.block()).find(chain, json));
    }

    /** @throws RpcException if there is no such method, or it cannot answer */
    JsonNode answer(String method, RpcParameters parameters) {
        Method known = methods.get(method);
        if (known == null) {
            throw new RpcException(RpcException.METHOD, "the method " + method + " does not exist/is not available");
        }
        return known.answer(parameters);
    }

    // ---------------------------------------------------------------- blocks and fees

    private JsonNode feeHistory(RpcParameters parameters) {
        int count = RpcParameters.quantity(parameters.at(0))
                .min(BigInteger.valueOf(MOST_BLOCKS_OF_FEES))
                .intValueExact();
        int percentiles = parameters.size() > 2 ? parameters.at(2).size() : 0;
        return json.feeHistory(count, parameters.block(1, chain.block()), percentiles);
    }

    private JsonNode block(RpcParameters parameters) {
        long number = parameters.block(0, chain.block());
        return number > chain.block() ? JSON.nullNode() : json.block(number, parameters.flag(1));
    }

    // ---------------------------------------------------------------- calls

    private JsonNode call(RpcParameters parameters) {
        requireState(parameters, 1);
        try {
            return JSON.textNode(Hex.of(chain.call(caller(parameters), target(parameters))));
        } catch (RevertedException e) {
            throw reverted(e);
        }
    }

    private JsonNode estimate(RpcParameters parameters) {
        ChainCall call = target(parameters);
        try {
            return number(Gas.used(call.data().length, chain.logsOf(caller(parameters), call)));
        } catch (RevertedException e) {
            throw reverted(e);
        }
    }

    private static Address caller(RpcParameters parameters) {
        JsonNode from = parameters.at(0).path("from");
        return from.isMissingNode() || from.isNull() ? NOBODY : RpcParameters.address(from);
    }

    private static ChainCall target(RpcParameters parameters) {
        JsonNode call = parameters.at(0);
        JsonNode data = call.path(call.hasNonNull("input") ? "input" : "data");
        return new ChainCall(
                RpcParameters.address(call.path("to")),
                call.hasNonNull("value") ? RpcParameters.quantity(call.path("value")) : BigInteger.ZERO,
                data.isMissingNode() || data.isNull() ? new byte[0] : RpcParameters.bytes(data));
    }

    /** The reason as contracts hand it on: an error with a text. */
    private static RpcException reverted(RevertedException e) {
        byte[] text = e.reason().getBytes(StandardCharsets.UTF_8);
        int padded = (text.length + Words.LENGTH - 1) / Words.LENGTH * Words.LENGTH;
        ByteBuffer data = ByteBuffer.allocate(ERROR.length + 2 * Words.LENGTH + padded)
                .put(ERROR)
                .put(new Words(2).number(Words.LENGTH).number(text.length).toBytes())
                .put(text);
        return new RpcException(RpcException.REVERTED, "execution reverted: " + e.reason(), Hex.of(data.array()));
    }

    private void requireState(RpcParameters parameters, int index) {
        if (parameters.block(index, chain.block()) < chain.block() - KEPT_STATES) {
            throw new RpcException(RpcException.SERVER, "historical state is not available");
        }
    }

    // ---------------------------------------------------------------- addresses

    private JsonNode code(RpcParameters parameters) {
        requireState(parameters, 1);
        return JSON.textNode(chain.isContract(parameters.address(0)) ? SOME_CODE : "0x");
    }

    private JsonNode balance(RpcParameters parameters) {
        requireState(parameters, 1);
        return number(chain.coins().balance(parameters.address(0)));
    }

    private JsonNode count(RpcParameters parameters) {
        requireState(parameters, 1);
        Address address = parameters.address(0);
        boolean pending = parameters.size() > 1 && parameters.text(1).equals("pending");
        return number(pending ? mempool.nextNonce(address) : chain.wallets().nonce(WalletKind.EOA, address));
    }

    // ---------------------------------------------------------------- transactions

    private JsonNode send(RpcParameters parameters) {
        ChainTransaction transaction;
        try {
            transaction = reader.read(RpcParameters.bytes(parameters.at(0)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RpcException(RpcException.SERVER, String.valueOf(e.getMessage()));
        }
        mempool.add(transaction);
        return JSON.textNode(transaction.hash());
    }

    private JsonNode transaction(RpcParameters parameters) {
        String hash = parameters.text(0).toLowerCase(Locale.ROOT);
        Optional<JsonNode> mined =
                chain.logbook().find(hash).map(receipt -> json.transaction(receipt.transaction(), receipt));
        return mined.or(() -> mempool.find(hash).map(waiting -> json.transaction(waiting, null)))
                .orElseGet(JSON::nullNode);
    }

    private JsonNode receipt(RpcParameters parameters) {
        Optional<JsonNode> receipt = chain.logbook()
                .find(parameters.text(0).toLowerCase(Locale.ROOT))
                .map(json::receipt);
        return receipt.orElseGet(JSON::nullNode);
    }

    private static JsonNode number(long number) {
        return JSON.textNode(Hex.quantity(number));
    }

    private static JsonNode number(BigInteger number) {
        return JSON.textNode(Hex.quantity(number));
    }
}
