package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What contracts tell of what they did. */
final class Events {
    private static final Address NOBODY = new Address("0x0000000000000000000000000000000000000000");
    private static final byte[] ZERO = new byte[Words.LENGTH];
    private static final String ORDER_FILLED =
            topic("OrderFilled(bytes32,address,address,uint8,uint256,uint256,uint256,uint256,bytes32,bytes32)");
    private static final String APPROVAL = topic("Approval(address,address,uint256)");
    private static final String APPROVAL_FOR_ALL = topic("ApprovalForAll(address,address,bool)");
    private static final String TRANSFER = topic("Transfer(address,address,uint256)");
    private static final String TRANSFER_SINGLE = topic("TransferSingle(address,address,address,uint256,uint256)");
    private static final String REDEMPTION =
            topic("PayoutRedemption(address,address,bytes32,bytes32,uint256[],uint256)");

    private Events() {}

    static ChainLog approval(Address token, Address owner, Address spender, BigInteger amount) {
        return log(token, APPROVAL, List.of(word(owner), word(spender)), new Words(1).number(amount));
    }

    static ChainLog approvalForAll(Address ledger, Address owner, Address operator, boolean approved) {
        return log(
                ledger, APPROVAL_FOR_ALL, List.of(word(owner), word(operator)), new Words(1).number(approved ? 1 : 0));
    }

    /** Collateral that is locked or paid out. */
    static ChainLog transfer(Address token, Address from, Address to, long amount) {
        return log(token, TRANSFER, List.of(word(from), word(to)), new Words(1).number(amount));
    }

    /** Shares that are made. */
    static ChainLog made(Address ledger, Address operator, Address owner, String token, long shares) {
        return moved(ledger, operator, NOBODY, owner, token, shares);
    }

    /** Shares that are gone. */
    static ChainLog gone(Address ledger, Address operator, Address owner, String token, long shares) {
        return moved(ledger, operator, owner, NOBODY, token, shares);
    }

    private static ChainLog moved(
            Address ledger, Address operator, Address from, Address to, String token, long shares) {
        return log(
                ledger,
                TRANSFER_SINGLE,
                List.of(word(operator), word(from), word(to)),
                new Words(2).number(new BigInteger(token)).number(shares));
    }

    /** Tokens split or merged; {@code what} is {@code PositionSplit} or {@code PositionsMerge}. */
    static ChainLog sets(Address ledger, String what, Address holder, Address collateral, byte[] condition, long sets) {
        return log(
                ledger,
                topic(what + "(address,address,bytes32,bytes32,uint256[],uint256)"),
                List.of(word(holder), ZERO, condition),
                new Words(6)
                        .address(collateral)
                        .number(3L * Words.LENGTH)
                        .number(sets)
                        .number(2)
                        .number(1)
                        .number(2));
    }

    static ChainLog redemption(Address ledger, Address holder, Address collateral, byte[] condition, long payout) {
        return log(
                ledger,
                REDEMPTION,
                List.of(word(holder), word(collateral), ZERO),
                new Words(6)
                        .bytes(condition)
                        .number(3L * Words.LENGTH)
                        .number(payout)
                        .number(2)
                        .number(1)
                        .number(2));
    }

    /**
     * What an order gave and got.
     *
     * @param side 0 to buy, 1 to sell
     * @param given of what its maker gives
     * @param taken of what its maker gets, before the fee
     * @param builder 0x and 64 hexadecimal digits
     */
    record Fill(
            String order,
            Address maker,
            Address taker,
            int side,
            String token,
            long given,
            long taken,
            long fee,
            String builder) {}

    static ChainLog filled(Address exchange, Fill fill) {
        return log(
                exchange,
                ORDER_FILLED,
                List.of(Hex.bytes(fill.order()), word(fill.maker()), word(fill.taker())),
                new Words(7)
                        .number(fill.side())
                        .number(new BigInteger(fill.token()))
                        .number(fill.given())
                        .number(fill.taken())
                        .number(fill.fee())
                        .bytes(Hex.bytes(fill.builder()))
                        .bytes(ZERO));
    }

    private static ChainLog log(Address contract, String event, List<byte[]> indexed, Words data) {
        List<String> topics = new ArrayList<>();
        topics.add(event);
        indexed.forEach(topic -> topics.add(hex(topic)));
        return new ChainLog(contract, topics, hex(data.toBytes()));
    }

    private static byte[] word(Address address) {
        return new Words(1).address(address).toBytes();
    }

    private static String topic(String event) {
        return hex(Keccak256.of(event.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
