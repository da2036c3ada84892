package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blocks, transactions, receipts and logs as a node writes them. */
final class RpcJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ZERO_HASH = "0x" + "0".repeat(64);
    private static final String EMPTY_BLOOM = "0x" + "0".repeat(512);
    private static final String NOBODY = "0x" + "0".repeat(40);

    private final Chain chain;

    RpcJson(Chain chain) {
        this.chain = chain;
    }

    ObjectNode block(long number, boolean whole) {
        List<Receipt> inside = chain.logbook().in(number);
        long used = inside.stream().mapToLong(Receipt::gasUsed).sum();
        ObjectNode json = JSON.objectNode()
                .put("number", Hex.quantity(number))
                .put("hash", chain.blocks().hash(number))
                .put("parentHash", number == 0 ? ZERO_HASH : chain.blocks().hash(number - 1))
                .put("nonce", "0x0000000000000000")
                .put("sha3Uncles", chain.blocks().hash("no uncles"))
                .put("logsBloom", EMPTY_BLOOM)
                .put("transactionsRoot", chain.blocks().hash("transactions " + number))
                .put("stateRoot", chain.blocks().hash("state " + number))
                .put("receiptsRoot", chain.blocks().hash("receipts " + number))
                .put("miner", NOBODY)
                .put("difficulty", "0x1")
                .put("totalDifficulty", Hex.quantity(number))
                .put("extraData", "0x")
                .put("mixHash", ZERO_HASH)
                .put("size", "0x400")
                .put("gasLimit", Hex.quantity(Gas.BLOCK_LIMIT))
                .put("gasUsed", Hex.quantity(used))
                .put("timestamp", Hex.quantity(Blocks.time(number).getEpochSecond()))
                .put("baseFeePerGas", Hex.quantity(Gas.BASE_FEE));
        ArrayNode transactions = json.putArray("transactions");
        for (Receipt receipt : inside) {
            if (whole) {
                transactions.add(transaction(receipt.transaction(), receipt));
            } else {
                transactions.add(receipt.transaction().hash());
            }
        }
        json.putArray("uncles");
        return json;
    }

    ObjectNode transaction(ChainTransaction of, @Nullable Receipt receipt) {
        ObjectNode json = JSON.objectNode();
        place(json, receipt);
        json.put("from", of.from().hex())
                .put("gas", Hex.quantity(of.gas()))
                .put("gasPrice", Hex.quantity(Gas.price(of)));
        if (of.type() != 0) {
            json.put("maxFeePerGas", Hex.quantity(of.feeCap())).put("maxPriorityFeePerGas", Hex.quantity(of.tip()));
            json.putArray("accessList");
        }
        json.put("hash", of.hash()).put("input", of.input()).put("nonce", Hex.quantity(of.nonce()));
        json.put("to", text(of.to()));
        json.put("value", Hex.quantity(of.value()))
                .put("type", Hex.quantity(of.type()))
                .put("chainId", Hex.quantity(chain.chainId()))
                .put("v", Hex.quantity(of.signature().get(0)))
                .put("r", Hex.quantity(of.signature().get(1)))
                .put("s", Hex.quantity(of.signature().get(2)));
        return json;
    }

    private void place(ObjectNode json, @Nullable Receipt receipt) {
        if (receipt == null) {
            json.putNull("blockHash").putNull("blockNumber").putNull("transactionIndex");
        } else {
            json.put("blockHash", chain.blocks().hash(receipt.block()))
                    .put("blockNumber", Hex.quantity(receipt.block()))
                    .put("transactionIndex", Hex.quantity(receipt.index()));
        }
    }

    ObjectNode receipt(Receipt receipt) {
        ChainTransaction of = receipt.transaction();
        ObjectNode json = JSON.objectNode();
        place(json, receipt);
        json.put("transactionHash", of.hash())
                .put("from", of.from().hex())
                .put("to", text(of.to()))
                .putNull("contractAddress")
                .put("cumulativeGasUsed", Hex.quantity(cumulative(receipt)))
                .put("gasUsed", Hex.quantity(receipt.gasUsed()))
                .put("effectiveGasPrice", Hex.quantity(Gas.price(of)))
                .put("logsBloom", EMPTY_BLOOM)
                .put("status", receipt.success() ? "0x1" : "0x0")
                .put("type", Hex.quantity(of.type()));
        ArrayNode logs = json.putArray("logs");
        for (int i = 0; i < receipt.logs().size(); i++) {
            logs.add(log(receipt, i));
        }
        return json;
    }

    private long cumulative(Receipt receipt) {
        return chain.logbook().in(receipt.block()).stream()
                .filter(each -> each.index() <= receipt.index())
                .mapToLong(Receipt::gasUsed)
                .sum();
    }

    ObjectNode log(Receipt receipt, int index) {
        ChainLog log = receipt.logs().get(index);
        ObjectNode json = JSON.objectNode();
        json.put("address", log.contract().hex());
        ArrayNode topics = json.putArray("topics");
        log.topics().forEach(topics::add);
        json.put("data", log.data());
        place(json, receipt);
        json.put("transactionHash", receipt.transaction().hash())
                .put("logIndex", Hex.quantity(receipt.firstLog() + (long) index))
                .put("removed", false);
        return json;
    }

    /** Fees of so many blocks up to one: always the same. */
    ObjectNode feeHistory(int count, long newest, int percentiles) {
        ObjectNode json = JSON.objectNode().put("oldestBlock", Hex.quantity(newest - count + 1));
        ArrayNode fees = json.putArray("baseFeePerGas");
        ArrayNode ratios = json.putArray("gasUsedRatio");
        for (int i = 0; i <= count; i++) {
            fees.add(Hex.quantity(Gas.BASE_FEE));
        }
        for (int i = 0; i < count; i++) {
            ratios.add(0.5);
        }
        if (percentiles > 0) {
            ArrayNode rewards = json.putArray("reward");
            for (int i = 0; i < count; i++) {
                ArrayNode ofBlock = rewards.addArray();
                for (int j = 0; j < percentiles; j++) {
                    ofBlock.add(Hex.quantity(Gas.USUAL_TIP));
                }
            }
        }
        return json;
    }

    private static @Nullable String text(@Nullable Address address) {
        return address == null ? null : address.hex();
    }
}
