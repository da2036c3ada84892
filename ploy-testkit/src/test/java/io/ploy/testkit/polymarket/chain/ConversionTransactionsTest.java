package io.ploy.testkit.polymarket.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Safe with 30 sets of the first and third of four markets converts with the calls of the connector. */
class ConversionTransactionsTest {
    private static final OutcomeSets SETS = new OutcomeSets(io.ploy.connectors.polymarket.protocol.Chain.POLYGON);
    private static final Quantity TWENTY = Quantity.ofShares(20);

    private final VenueFixture venue = new VenueFixture();
    private final List<ListedMarket> event = venue.listEvent(4);
    private final TestAccount test = TestAccount.of(7, 137, "safe", WalletKind.SAFE, Cash.ofUsd(100));
    private final VenueAccount account = venue.open(
            "safe", WalletKind.SAFE, test.account().signer(), test.account().wallet(), "100");
    private final Chain chain = new Chain(venue.state);
    private final List<Receipt> receipts = new ArrayList<>();
    private long nonce;

    @BeforeEach
    void deposit() {
        venue.loop.ask(() -> {
            for (int index : new int[] {0, 2}) {
                venue.state
                        .exchange()
                        .depositSets(account.id(), event.get(index).market().id(), Quantity.ofShares(30));
            }
            return true;
        });
    }

    @AfterEach
    void close() {
        venue.close();
    }

    /** All calls in one transaction, in the next block. */
    private Receipt made(ContractCall... calls) {
        List<ChainCall> all = Arrays.stream(calls)
                .map(call -> new ChainCall(call.target(), call.value(), call.data()))
                .toList();
        venue.loop.ask(() -> chain.sendFor(
                account.signer(), account.wallet(), "0x", Work.safe(account.wallet(), nonce, all), receipts::add));
        venue.loop.advance(Duration.ofSeconds(2));
        Receipt receipt = receipts.get(receipts.size() - 1);
        nonce += receipt.success() ? 1 : 0;
        return receipt;
    }

    private ContractCall conversion(Quantity shares, Integer... given) {
        return SETS.convert(
                Stream.of(given)
                        .map(index -> NegRiskQuestion.parse(event.get(index).questionId()))
                        .toList(),
                shares);
    }

    private List<Long> held(boolean first) {
        return venue.loop.ask(() -> event.stream()
                .map(market -> venue.state
                                .exchange()
                                .account(account.id())
                                .holdings()
                                .getOrDefault(
                                        new InstrumentId(ListedMarket.VENUE, market.tokenId(first)), Quantity.ZERO)
                                .micros()
                        / 1_000_000)
                .toList());
    }

    private Cash collateral() {
        return venue.loop.ask(() -> venue.state.exchange().account(account.id()).collateral());
    }

    private void assertThatNothingMoved(Receipt receipt, String reason) {
        assertThat(receipt.success()).isFalse();
        assertThat(receipt.reason()).contains(reason);
        assertThat(receipt.logs()).isEmpty();
        assertThat(held(true)).containsExactly(30L, 0L, 30L, 0L);
        assertThat(held(false)).containsExactly(30L, 0L, 30L, 0L);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(100));
    }

    @Test
    void secondOutcomesBecomeTheFirstOfAllOthersAndCollateral() {
        Receipt receipt = made(conversion(TWENTY, 2, 0));

        assertThat(receipt.reason()).isEmpty();
        assertThat(held(true)).containsExactly(30L, 20L, 30L, 20L);
        assertThat(held(false)).containsExactly(10L, 0L, 10L, 0L);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(120));
        assertThat(receipt.logs()).as("two gone, two made, collateral").hasSize(5);
    }

    @Test
    void ofOneMarketNoCollateralComes() {
        Receipt receipt = made(conversion(TWENTY, 0));

        assertThat(held(true)).containsExactly(30L, 20L, 20L + 30L, 20L);
        assertThat(held(false)).containsExactly(10L, 0L, 30L, 0L);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(100));
        assertThat(receipt.logs()).hasSize(4);
    }

    @Test
    void ofAllMarketsOnlyCollateralComes() {
        venue.loop.ask(() -> {
            for (int index : new int[] {1, 3}) {
                venue.state
                        .exchange()
                        .depositSets(account.id(), event.get(index).market().id(), Quantity.ofShares(30));
            }
            return true;
        });

        made(conversion(TWENTY, 0, 1, 2, 3));

        assertThat(held(true)).containsExactly(30L, 30L, 30L, 30L);
        assertThat(held(false)).containsExactly(10L, 10L, 10L, 10L);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(160));
    }

    @Test
    void whatAConversionGivesTheNextCallOfItsTransactionTakes() {
        ConditionId second = ConditionId.of(MarketVersion.CTF, event.get(1).conditionId());

        Receipt receipt = made(
                SETS.split(second, true, Quantity.ofShares(5)),
                conversion(TWENTY, 0),
                SETS.merge(second, true, Quantity.ofShares(5)),
                conversion(Quantity.ofShares(10), 0, 2));

        assertThat(receipt.reason()).isEmpty();
        assertThat(held(true)).containsExactly(30L, 30L, 50L, 30L);
        assertThat(held(false)).containsExactly(0L, 0L, 20L, 0L);
        assertThat(collateral()).isEqualTo(Cash.ofUsd(110));
    }

    @Test
    void sharesThatAreNotThereUndoTheWholeTransaction() {
        assertThatNothingMoved(made(conversion(TWENTY, 0, 1)), "subtraction overflow");
        assertThatNothingMoved(made(conversion(TWENTY, 0), conversion(TWENTY, 0)), "subtraction overflow");
    }

    @Test
    void sharesThatAnOrderHasTakenCannotBeConverted() {
        venue.loop.ask(() -> venue.state
                .exchange()
                .place(
                        account.id(),
                        OrderRequest.sell(
                                event.get(0).market().second().instrument(),
                                Quantity.ofShares(15),
                                Price.parse("0.9"))));
        venue.loop.advance(Duration.ofSeconds(1));

        assertThatNothingMoved(made(conversion(TWENTY, 0)), "subtraction overflow");
    }

    @Test
    void theAdapterMustBeAllowedToTakeThem() {
        venue.loop.ask(() -> {
            venue.state
                    .approvals()
                    .operate(
                            account.wallet(),
                            VenueContract.CONDITIONAL_TOKENS,
                            VenueContract.NEG_RISK_ADAPTER.on(137).orElseThrow(),
                            false);
            return true;
        });

        assertThatNothingMoved(made(conversion(TWENTY, 0)), "need operator approval");
    }

    @Test
    void nothingIsConvertedOnceAMarketIsResolved() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(Resolution.second(event.get(3).market().id(), venue.state.now()));
            return true;
        });

        assertThatNothingMoved(made(conversion(TWENTY, 0)), "already resolved");
    }

    @ParameterizedTest
    @CsvSource({"d4, 16, IndexOutOfBounds", "d4, 0, InvalidIndexSet", "d5, 1, MarketNotPrepared"})
    void questionsThatAreNotThereAreRefused(String eventByte, long indexes, String reason) {
        String data = Node.data(
                "convertPositions(bytes32,uint256,uint256)", "0x" + eventByte.repeat(31) + "00", indexes, 20_000_000);
        ContractCall call = new ContractCall(
                VenueContract.NEG_RISK_ADAPTER.on(137).orElseThrow(),
                HexFormat.of().parseHex(data, 2, data.length()));

        assertThatNothingMoved(made(call), reason);
    }

    @Test
    void theAdapterOfOrdinaryMarketsConvertsNothing() {
        ContractCall call = conversion(TWENTY, 0);

        assertThatNothingMoved(
                made(new ContractCall(VenueContract.ADAPTER.on(137).orElseThrow(), call.data())), "function not known");
    }
}
