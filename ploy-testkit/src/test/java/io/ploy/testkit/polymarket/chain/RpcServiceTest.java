package io.ploy.testkit.polymarket.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.relayer.Approvals;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

class RpcServiceTest {
    private static final BigInteger GIGA = BigInteger.TEN.pow(9);
    private static final BigInteger CAP = GIGA.multiply(BigInteger.valueOf(100));
    private static final BigInteger TIP = GIGA.multiply(BigInteger.valueOf(30));
    private static final BigInteger GAS = BigInteger.valueOf(1_000_000);
    private static final Address COLLATERAL = VenueContract.COLLATERAL.on(137).orElseThrow();
    private static final Address TOKENS =
            VenueContract.CONDITIONAL_TOKENS.on(137).orElseThrow();
    private static final Address POSITIONS =
            VenueContract.POSITION_MANAGER.on(137).orElseThrow();
    private static final Address ADAPTER = VenueContract.ADAPTER.on(137).orElseThrow();
    private static final OutcomeSets SETS = new OutcomeSets(Chain.POLYGON);
    private static final ConditionId CONDITION = ConditionId.of(MarketVersion.CTF, VenueFixture.CONDITION);
    private static final ConditionId POSITION =
            ConditionId.of(MarketVersion.POSITIONS, VenueFixture.POSITION_CONDITION);

    private final VenueFixture venue = new VenueFixture();
    private final TestAccount test = TestAccount.of(7, 137, "eoa", WalletKind.EOA, Cash.ofUsd(100));
    private final Credentials key = Credentials.create(test.privateKey());
    private final Address owner = test.account().signer();
    private final VenueAccount account = venue.open("eoa", WalletKind.EOA, owner, owner, "100");
    private final Node node = new Node(
            venue.loop.ask(() -> new RpcService(new io.ploy.testkit.polymarket.chain.Chain(venue.state))), venue.loop);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void blocksComeEveryTwoSecondsOfTheVenuesTime() {
        long first = number(node.result("eth_blockNumber"));
        venue.loop.advance(Duration.ofSeconds(7));
        assertThat(number(node.result("eth_blockNumber")) - first).isBetween(3L, 4L);
        JsonNode block = node.result("eth_getBlockByNumber", "latest", false);
        assertThat(number(block.get("timestamp")))
                .isBetween(VenueFixture.START.getEpochSecond() + 5, VenueFixture.START.getEpochSecond() + 7);
        JsonNode parent = node.result("eth_getBlockByNumber", hex(number(block.get("number")) - 1), false);
        assertThat(parent.get("hash")).isEqualTo(block.get("parentHash"));
        assertThat(node.result("eth_getBlockByNumber", "0xfffffffff", false).isNull())
                .isTrue();
    }

    @Test
    void aNodeSaysWhichChainItIsOf() {
        assertThat(node.result("eth_chainId").asText()).isEqualTo("0x89");
        assertThat(node.result("net_version").asText()).isEqualTo("137");
        assertThat(node.result("eth_getCode", ADAPTER, "latest").asText()).isNotEqualTo("0x");
        assertThat(node.result("eth_getCode", owner, "latest").asText()).isEqualTo("0x");
    }

    @Test
    void balancesAreTheExchanges() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .depositSets(account.id(), venue.market.market().id(), Quantity.ofShares(5));
            venue.state
                    .exchange()
                    .depositSets(account.id(), venue.position.market().id(), Quantity.ofShares(7));
            return true;
        });
        assertThat(node.number(COLLATERAL, "balanceOf(address)", owner)).isEqualTo(100_000_000);
        assertThat(node.number(TOKENS, "balanceOf(address,uint256)", owner, 1001))
                .isEqualTo(5_000_000);
        assertThat(node.number(POSITIONS, "balanceOf(address,uint256)", owner, 3002))
                .isEqualTo(7_000_000);
        assertThat(node.number(
                        POSITIONS, "balanceOf(address,bytes31,uint256)", owner, VenueFixture.POSITION_CONDITION, 1))
                .isEqualTo(7_000_000);
        assertThat(node.number(TOKENS, "balanceOf(address,uint256)", owner, 3001))
                .as("a position is nothing to the ledger of tokens")
                .isZero();
        String batch = Node.data("balanceOfBatch(address[],uint256[])", 64, 160, 2, owner, owner, 2, 1001, 9);
        assertThat(node.result("eth_call", Node.call(TOKENS, batch), "latest").asText())
                .isEqualTo("0x" + String.format("%064x%064x%064x%064x", 32, 2, 5_000_000, 0));
    }

    @Test
    void anAccountHasApprovedEverythingAndStrangersNothing() {
        assertThat(node.number(COLLATERAL, "allowance(address,address)", owner, ADAPTER)
                        .bitLength())
                .isEqualTo(256);
        assertThat(node.number(TOKENS, "isApprovedForAll(address,address)", owner, ADAPTER))
                .isEqualTo(1);
        assertThat(node.number(TOKENS, "isApprovedForAll(address,address)", ADAPTER, owner))
                .isZero();
        assertThat(node.number(COLLATERAL, "allowance(address,address)", owner, owner))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKeySplitsWithItsOwnTransaction(boolean legacy) {
        String hash = send(legacy, 0, SETS.split(CONDITION, false, Quantity.ofShares(40)));
        assertThat(node.result("eth_getTransactionReceipt", hash).isNull()).isTrue();
        assertThat(node.result("eth_getTransactionByHash", hash)
                        .get("blockNumber")
                        .isNull())
                .isTrue();
        assertThat(count("latest")).isZero();
        assertThat(count("pending")).isEqualTo(1);

        venue.loop.advance(Duration.ofSeconds(2));

        JsonNode receipt = node.result("eth_getTransactionReceipt", hash);
        assertThat(receipt.get("status").asText()).isEqualTo("0x1");
        assertThat(receipt.get("from").asText()).isEqualTo(owner.hex());
        assertThat(receipt.get("blockNumber")).isEqualTo(node.result("eth_blockNumber"));
        assertThat(count("latest")).isEqualTo(1);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(60));
        assertThat(shares(VenueFixture.YES)).isEqualTo(Quantity.ofShares(40));
        assertThat(shares(VenueFixture.NO)).isEqualTo(Quantity.ofShares(40));
        BigInteger paid = new BigInteger(receipt.get("gasUsed").asText().substring(2), 16)
                .multiply(
                        new BigInteger(receipt.get("effectiveGasPrice").asText().substring(2), 16));
        assertThat(new BigInteger(
                        node.result("eth_getBalance", owner, "latest").asText().substring(2), 16))
                .isEqualTo(BigInteger.TEN.pow(20).subtract(paid));
    }

    @Test
    void logsTellWhatWasDone() {
        String hash = send(false, 0, SETS.split(CONDITION, false, Quantity.ofShares(40)));
        venue.loop.advance(Duration.ofSeconds(2));
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("fromBlock", "0x1").put("address", TOKENS.hex());
        filter.putArray("topics").add("0x2e6bb91f8cbcda0c93623c54d0403a43514fabc40084ec96b6d5379a74786298");
        JsonNode logs = node.result("eth_getLogs", filter);
        assertThat(logs).hasSize(1);
        assertThat(logs.get(0).get("transactionHash").asText()).isEqualTo(hash);
        assertThat(logs.get(0).get("topics").get(3).asText()).isEqualTo(VenueFixture.CONDITION);
        filter.putArray("topics").addNull().add("0x" + "0".repeat(64));
        assertThat(node.result("eth_getLogs", filter)).isEmpty();
    }

    @Test
    void setsAreMergedAndRedeemedForWhatTheyPay() {
        send(false, 0, SETS.split(POSITION, false, Quantity.ofShares(40)));
        send(false, 1, SETS.merge(POSITION, false, Quantity.ofShares(10)));
        send(false, 2, SETS.split(CONDITION, false, Quantity.ofShares(20)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(collateral()).isEqualTo(Cash.ofUsd(50));
        assertThat(node.number(TOKENS, "payoutDenominator(bytes32)", VenueFixture.CONDITION))
                .isZero();
        assertThat(node.error(
                                "eth_call",
                                Node.call(POSITIONS, Node.data("getPayout(uint256,uint256)", 3001, 1000)),
                                "latest")
                        .get("message")
                        .asText())
                .isEqualTo("execution reverted: condition not resolved");

        resolve(venue.position, "1");
        resolve(venue.market, "0.5");
        assertThat(node.number(TOKENS, "payoutDenominator(bytes32)", VenueFixture.CONDITION))
                .isEqualTo(2);
        assertThat(node.number(TOKENS, "payoutNumerators(bytes32,uint256)", VenueFixture.CONDITION, 1))
                .isEqualTo(1);
        assertThat(node.number(POSITIONS, "getPayout(uint256,uint256)", 3001, 1000))
                .isEqualTo(1000);
        assertThat(node.number(POSITIONS, "getPayout(uint256,uint256)", 3002, 1000))
                .isZero();

        send(false, 3, SETS.redeem(POSITION, 1, Quantity.ofShares(30)));
        send(false, 4, SETS.redeem(POSITION, 0, Quantity.ofShares(12)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(collateral())
                .as("the loser pays nothing, the winner what was asked")
                .isEqualTo(Cash.ofUsd(62));
        assertThat(shares("3002")).isEqualTo(Quantity.ZERO);
        assertThat(shares("3001")).isEqualTo(Quantity.ofShares(18));

        send(false, 5, SETS.redeemAll(CONDITION, false));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(collateral()).isEqualTo(Cash.ofUsd(82));
    }

    @Test
    void whatIsNotApprovedCannotBeMoved() {
        Approvals approvals = new Approvals(Chain.POLYGON);
        send(
                false,
                0,
                new ContractCall(
                        COLLATERAL,
                        Numeric.hexStringToByteArray(Node.data("approve(address,uint256)", ADAPTER, 30_000_000))));
        String first = send(false, 1, SETS.split(CONDITION, false, Quantity.ofShares(20)));
        String second = send(false, 2, SETS.split(CONDITION, false, Quantity.ofShares(20)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(status(first)).isEqualTo("0x1");
        assertThat(status(second)).isEqualTo("0x0");
        assertThat(node.number(COLLATERAL, "allowance(address,address)", owner, ADAPTER))
                .isEqualTo(10_000_000);
        assertThat(node.error(
                                "eth_call",
                                Node.call(owner, SETS.split(CONDITION, false, Quantity.ofShares(20))),
                                "latest")
                        .toString())
                .contains("\"code\":3")
                .contains("execution reverted: ERC20: insufficient allowance");

        send(false, 3, approvals.collateral(ADAPTER));
        send(
                false,
                4,
                new ContractCall(
                        TOKENS,
                        Numeric.hexStringToByteArray(Node.data("setApprovalForAll(address,bool)", ADAPTER, 0))));
        String merge = send(false, 5, SETS.merge(CONDITION, false, Quantity.ofShares(20)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(status(merge)).isEqualTo("0x0");
        assertThat(shares(VenueFixture.YES)).isEqualTo(Quantity.ofShares(20));
    }

    @Test
    void whatIsApprovedOnTheChainBindsTheExchange() {
        VenueContract.EXCHANGE
                .on(137)
                .ifPresent(exchange -> send(
                        false,
                        0,
                        new ContractCall(
                                COLLATERAL,
                                Numeric.hexStringToByteArray(
                                        Node.data("approve(address,uint256)", exchange, 5_000_000)))));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(venue.loop.<Boolean>ask(
                        () -> venue.state.approvals().cover(account, venue.market, Side.BUY, 5_000_001)))
                .isFalse();
        assertThat(venue.loop.<Boolean>ask(
                        () -> venue.state.approvals().cover(account, venue.negRisk, Side.BUY, 5_000_001)))
                .isTrue();
    }

    @Test
    void aTransactionThatCannotBeCarriedOutChangesNothingButItsSendersNumber() {
        String hash = send(false, 0, SETS.merge(CONDITION, false, Quantity.ofShares(1)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(status(hash)).isEqualTo("0x0");
        assertThat(count("latest")).isEqualTo(1);
        assertThat(node.error("eth_estimateGas", Node.call(owner, SETS.merge(CONDITION, false, Quantity.ofShares(1))))
                        .get("message")
                        .asText())
                .isEqualTo("execution reverted: SafeMath: subtraction overflow");
        assertThat(node.error("eth_call", Node.call(ADAPTER, "0x12345678"), "latest")
                        .get("message")
                        .asText())
                .isEqualTo("execution reverted: function not known");
        assertThat(node.error("eth_call", Node.call(ADAPTER, "0x72ce4275"), "latest")
                        .get("message")
                        .asText())
                .isEqualTo("execution reverted: malformed call data");
    }

    @Test
    void aTransactionWaitsForThoseBeforeIt() {
        String second = send(false, 1, SETS.split(CONDITION, false, Quantity.ofShares(10)));
        venue.loop.advance(Duration.ofSeconds(4));
        assertThat(node.result("eth_getTransactionReceipt", second).isNull()).isTrue();
        String first = send(false, 0, SETS.split(CONDITION, false, Quantity.ofShares(10)));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(status(first)).isEqualTo("0x1");
        assertThat(node.result("eth_getTransactionReceipt", second)
                        .get("transactionIndex")
                        .asText())
                .isEqualTo("0x1");
    }

    @Test
    void aNodeRefusesTransactionsInItsOwnWords() {
        ContractCall call = SETS.split(CONDITION, false, Quantity.ofShares(10));
        String raw = signed(0, call, CAP, TIP, GAS);
        node.result("eth_sendRawTransaction", raw);
        assertThat(refusal(raw)).isEqualTo("already known");
        assertThat(refusal(signed(0, call, CAP, TIP.add(BigInteger.ONE), GAS)))
                .isEqualTo("replacement transaction underpriced");
        assertThat(refusal(signed(1, call, CAP, GIGA, GAS)))
                .isEqualTo("transaction underpriced: gas tip cap 1000000000, minimum needed 25000000000");
        assertThat(refusal(signed(1, call, CAP, TIP, BigInteger.valueOf(21_000))))
                .startsWith("intrinsic gas too low: gas 21000, minimum needed ");
        assertThat(refusal(signed(1, call, BigInteger.TEN.pow(15), TIP, GAS)))
                .startsWith("insufficient funds for gas * price + value: balance 100000000000000000000, tx cost ");
        assertThat(refusal("0x02c0")).isEqualTo("rlp: too few elements");
        assertThat(refusal("0xf8ff")).isEqualTo("rlp: malformed");
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(refusal(signed(0, call, CAP, TIP.add(BigInteger.ONE), GAS)))
                .isEqualTo("nonce too low: next nonce 1, tx nonce 0");
        assertThat(refusal(Numeric.toHexString(TransactionEncoder.signMessage(
                        RawTransaction.createTransaction(BigInteger.ONE, CAP, GAS, ADAPTER.hex(), call.dataHex()),
                        1,
                        key))))
                .isEqualTo("invalid chain id for signer");
    }

    @Test
    void aDearerTransactionTakesThePlaceOfOneThatWaits() {
        String cheap = send(false, 0, SETS.split(CONDITION, false, Quantity.ofShares(10)));
        node.result(
                "eth_sendRawTransaction",
                signed(0, SETS.split(CONDITION, false, Quantity.ofShares(3)), CAP.add(CAP), TIP.add(TIP), GAS));
        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(node.result("eth_getTransactionReceipt", cheap).isNull()).isTrue();
        assertThat(shares(VenueFixture.YES)).isEqualTo(Quantity.ofShares(3));
    }

    @Test
    void noMoreWaitsThanThereIsRoomFor() {
        ContractCall call = SETS.split(CONDITION, false, Quantity.ofShares(1));
        for (int i = 1; i <= 1_000; i++) {
            node.result("eth_sendRawTransaction", signed(i, call, CAP, TIP, GAS));
        }
        assertThat(refusal(signed(1_001, call, CAP, TIP, GAS))).isEqualTo("txpool is full");
    }

    @Test
    void severalRequestsComeInOneArray() {
        JsonNode answers = node.post("""
                [{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]},
                 {"jsonrpc":"2.0","id":"two","method":"eth_nothing","params":[]}]
                """);
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).get("result").asText()).isEqualTo("0x89");
        assertThat(answers.get(1).get("id").asText()).isEqualTo("two");
        assertThat(answers.get(1).get("error").get("code").asInt()).isEqualTo(-32601);
        assertThat(node.post("{").get("error").get("code").asInt()).isEqualTo(-32700);
        assertThat(node.post("[]").get("error").get("code").asInt()).isEqualTo(-32600);
        assertThat(node.error("eth_getBalance", "0x12", "latest").get("code").asInt())
                .isEqualTo(-32602);
    }

    @Test
    void feesAreTold() {
        JsonNode history = node.result(
                "eth_feeHistory",
                "0x3",
                "latest",
                JsonNodeFactory.instance.arrayNode().add(50));
        assertThat(history.get("baseFeePerGas")).hasSize(4);
        assertThat(history.get("reward")).hasSize(3);
        assertThat(number(node.result("eth_gasPrice")))
                .isEqualTo(
                        number(history.get("baseFeePerGas").get(0)) + number(node.result("eth_maxPriorityFeePerGas")));
    }

    private String send(boolean legacy, long nonce, ContractCall call) {
        String raw = legacy
                ? Numeric.toHexString(TransactionEncoder.signMessage(
                        RawTransaction.createTransaction(
                                BigInteger.valueOf(nonce),
                                CAP,
                                GAS,
                                call.target().hex(),
                                call.dataHex()),
                        137,
                        key))
                : signed(nonce, call, CAP, TIP, GAS);
        return node.result("eth_sendRawTransaction", raw).asText();
    }

    private String signed(long nonce, ContractCall call, BigInteger cap, BigInteger tip, BigInteger gas) {
        return Numeric.toHexString(TransactionEncoder.signMessage(
                RawTransaction.createTransaction(
                        137,
                        BigInteger.valueOf(nonce),
                        gas,
                        call.target().hex(),
                        BigInteger.ZERO,
                        call.dataHex(),
                        tip,
                        cap),
                key));
    }

    private String refusal(String raw) {
        return node.error("eth_sendRawTransaction", raw).path("message").asText();
    }

    private String status(String hash) {
        return node.result("eth_getTransactionReceipt", hash).get("status").asText();
    }

    private long count(String block) {
        return number(node.result("eth_getTransactionCount", owner, block));
    }

    private void resolve(ListedMarket market, String firstPayout) {
        Price first = Price.parse(firstPayout);
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(new Resolution(
                            market.market().id(),
                            first,
                            Price.ofMicros(1_000_000 - first.micros()),
                            venue.state.now()));
            return true;
        });
    }

    private Cash collateral() {
        return venue.loop.ask(() -> venue.state.exchange().account(account.id()).collateral());
    }

    private Quantity shares(String token) {
        return venue.loop.ask(() -> venue.state
                .exchange()
                .account(account.id())
                .holdings()
                .getOrDefault(new InstrumentId(ListedMarket.VENUE, token), Quantity.ZERO));
    }

    private static long number(JsonNode quantity) {
        return Long.parseLong(quantity.asText().substring(2), 16);
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}
