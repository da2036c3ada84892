package io.ploy.testkit.polymarket.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradeTransactionsTest {
    private static final String FIRST = "0x" + "0f".repeat(32);
    private static final String SECOND = "0x" + "1f".repeat(32);
    private static final String TAKING = "0x" + "aa".repeat(32);
    private static final String MAKING = "0x" + "bb".repeat(32);

    private final VenueFixture venue = new VenueFixture();
    private final VenueAccount taker = open("taker", "11");
    private final VenueAccount maker = open("maker", "22");
    private final Chain chain = venue.loop.ask(() -> new Chain(venue.state));
    private final TradeTransactions trades = new TradeTransactions(chain, order -> "0x" + "00".repeat(32));
    private final Node node = new Node(venue.loop.ask(() -> new RpcService(chain)), venue.loop);

    private VenueAccount open(String name, String digits) {
        Address address = new Address("0x" + digits.repeat(20));
        return venue.open(name, WalletKind.EOA, address, address, "100");
    }

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void aMinedTradeIsOnTheChainWithTheExchangesEvents() {
        tell(SettlementStatus.MATCHED, "");
        tell(SettlementStatus.MINED, FIRST);
        tell(SettlementStatus.CONFIRMED, FIRST);

        JsonNode receipt = node.result("eth_getTransactionReceipt", FIRST);
        assertThat(receipt.get("status").asText()).isEqualTo("0x1");
        assertThat(receipt.get("to").asText())
                .isEqualTo(VenueContract.EXCHANGE.on(137).orElseThrow().hex());
        assertThat(receipt.get("logs")).hasSize(2);
        JsonNode made = receipt.get("logs").get(0);
        assertThat(made.get("topics").get(0).asText())
                .isEqualTo("0xd543adfd945773f1a62f74f0ee55a5e3b9b1a28262980ba90b1a89f2ea84d8ee");
        assertThat(made.get("topics").get(1).asText()).isEqualTo(MAKING);
        assertThat(made.get("topics").get(3).asText()).endsWith("11".repeat(20));
        assertThat(made.get("data").asText())
                .startsWith("0x" + String.format("%064x%064x%064x%064x%064x", 1, 1001, 10_000_001, 3_700_000, 0));
        assertThat(receipt.get("logs").get(1).get("data").asText())
                .as("a buyer pays the part of a micro in full")
                .startsWith("0x" + String.format("%064x%064x%064x%064x%064x", 0, 1001, 3_700_001, 10_000_001, 500));
        assertThat(node.result("eth_getBlockByNumber", "latest", false).get("transactions"))
                .hasSize(1);
    }

    @Test
    void aTradeThatIsTriedAgainIsOffTheChainUntilItIsMinedAgain() {
        tell(SettlementStatus.MINED, FIRST);
        tell(SettlementStatus.RETRYING, FIRST);
        assertThat(node.result("eth_getTransactionReceipt", FIRST).isNull()).isTrue();
        assertThat(node.result("eth_getBlockByNumber", "latest", false).get("transactions"))
                .isEmpty();
        tell(SettlementStatus.MINED, SECOND);
        tell(SettlementStatus.FAILED, SECOND);
        assertThat(node.result("eth_getTransactionReceipt", SECOND).isNull()).isTrue();
    }

    private void tell(SettlementStatus status, String hash) {
        TradeRow row = new TradeRow(
                "trade",
                0,
                venue.market,
                status,
                hash,
                VenueFixture.START,
                VenueFixture.START,
                party(taker, TAKING, Side.BUY, 500),
                List.of(party(maker, MAKING, Side.SELL, 0)));
        venue.loop.ask(() -> {
            trades.onTrade(row);
            return true;
        });
    }

    private static TradeRow.Party party(VenueAccount account, String order, Side side, long fee) {
        return new TradeRow.Party(
                account,
                "owner",
                order,
                new InstrumentId(ListedMarket.VENUE, VenueFixture.YES),
                side,
                Price.parse("0.37"),
                Quantity.ofMicros(10_000_001),
                Cash.ofMicros(fee));
    }
}
