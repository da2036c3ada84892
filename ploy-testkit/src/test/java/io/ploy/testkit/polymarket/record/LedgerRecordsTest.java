package io.ploy.testkit.polymarket.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.RecordListener.OrderMoment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LedgerRecordsTest {
    private static final InstrumentId YES = new InstrumentId(ListedMarket.VENUE, VenueFixture.YES);
    private static final InstrumentId NO = new InstrumentId(ListedMarket.VENUE, VenueFixture.NO);
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final String BUILDER = "0x" + "0b".repeat(32);

    private final VenueFixture venue = new VenueFixture();
    private final List<String> told = new ArrayList<>();
    private final VenueAccount alice = open("alice", "0x" + "aa".repeat(20));
    private final VenueAccount bob = open("bob", "0x" + "bb".repeat(20));
    private final LedgerRecords records = records(new RecordLimits(3, 3));

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void anOrderIsLiveWithItsOriginUntilItIsCancelled() {
        records.expect(HASH, new Origin("key-1", BUILDER));
        place(alice, HASH, buy("10", "0.40"));

        OrderRow live = records.order(HASH).orElseThrow();
        assertThat(live.status()).isEqualTo("LIVE");
        assertThat(live.owner()).isEqualTo("key-1");
        assertThat(live.createdAt()).isEqualTo(VenueFixture.START);
        assertThat(live.original()).isEqualTo(Quantity.ofShares(10));
        assertThat(records.builder(HASH)).isEqualTo(BUILDER);
        assertThat(records.open(alice)).containsExactly(live);

        cancel(alice, HASH);

        assertThat(records.order(HASH).orElseThrow().status()).isEqualTo("CANCELED");
        assertThat(records.open(alice)).isEmpty();
        assertThat(told).containsExactly("PLACEMENT LIVE 0", "CANCELLATION CANCELED 0");
    }

    @Test
    void makersAndTakersAreToldOfWhatMatched() {
        place(alice, HASH, buy("10", "0.40"));
        place(bob, "0x" + "cd".repeat(32), sell("5", "0.40").fillAndKill());
        place(bob, "0x" + "ce".repeat(32), sell("9", "0.40").fillAndKill());

        assertThat(told)
                .containsExactly(
                        "PLACEMENT LIVE 0",
                        "trade MATCHED",
                        "UPDATE LIVE 5",
                        "trade MATCHED",
                        "UPDATE MATCHED 10",
                        "CANCELLATION CANCELED 5");
    }

    @Test
    void oneTradeHasABucketForEveryPriceAndSettlesWithATransactionOfItsOwn() {
        place(alice, HASH, buy("10", "0.40"));
        place(alice, "0x" + "ac".repeat(32), buy("10", "0.39"));
        place(bob, "0x" + "cd".repeat(32), sell("15", "0.39"));

        assertThat(records.trades(bob)).hasSize(2);
        assertThat(records.trades(bob))
                .extracting(TradeRow::id)
                .containsOnly(records.trades().get(0).id());
        assertThat(records.trades(bob)).extracting(TradeRow::bucket).containsExactly(1, 0);
        assertThat(records.trades()).extracting(TradeRow::transactionHash).containsOnly("");
        String id = records.trades().get(0).id();
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(records.order(HASH).orElseThrow().trades()).containsExactly(id);
        assertThat(records.spent("0x" + "cd".repeat(32))).isEqualTo(Cash.parse("5.95"));

        venue.loop.advance(Duration.ofSeconds(2));
        assertThat(records.trade(id)).extracting(TradeRow::status).containsOnly(SettlementStatus.MINED);
        List<String> hashes =
                records.trade(id).stream().map(TradeRow::transactionHash).toList();
        assertThat(hashes).doesNotHaveDuplicates().allMatch(hash -> hash.matches("0x[0-9a-f]{64}"));

        venue.loop.advance(Duration.ofSeconds(3));
        assertThat(records.trade(id)).extracting(TradeRow::status).containsOnly(SettlementStatus.CONFIRMED);
        assertThat(records.trade(id)).extracting(TradeRow::transactionHash).isEqualTo(hashes);
    }

    @Test
    void whatIsRetriedIsAnotherTransactionInTheEnd() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .settleBy((trade, usual) -> plan(
                            SettlementStatus.MINED,
                            SettlementStatus.RETRYING,
                            SettlementStatus.MINED,
                            SettlementStatus.FAILED));
            return true;
        });
        place(alice, HASH, buy("10", "0.40"));
        place(bob, "0x" + "cd".repeat(32), sell("10", "0.40"));

        venue.loop.advance(Duration.ofSeconds(1));
        String first = records.trades().get(0).transactionHash();
        venue.loop.advance(Duration.ofSeconds(1));
        assertThat(records.trades().get(0).transactionHash()).isEqualTo(first);
        venue.loop.advance(Duration.ofSeconds(2));

        assertThat(records.trades().get(0).status()).isEqualTo(SettlementStatus.FAILED);
        assertThat(records.trades().get(0).transactionHash())
                .isNotEqualTo(first)
                .isNotEmpty();
    }

    @Test
    void bothSidesOfAMintedPairBuyTheirOwnOutcome() {
        place(alice, HASH, buy("10", "0.40"));
        place(bob, "0x" + "cd".repeat(32), OrderRequest.buy(NO, Quantity.ofShares(10), Price.parse("0.60")));

        TradeRow trade = records.trades().get(0);

        assertThat(trade.taker().instrument()).isEqualTo(NO);
        assertThat(trade.taker().price()).isEqualTo(Price.parse("0.60"));
        assertThat(trade.makers()).singleElement().satisfies(maker -> {
            assertThat(maker.instrument()).isEqualTo(YES);
            assertThat(maker.price()).isEqualTo(Price.parse("0.40"));
            assertThat(maker.account()).isEqualTo(alice);
        });
    }

    @Test
    void aKilledOrderIsOneCancellationWithItsReason() {
        place(bob, HASH, sell("10", "0.40").fillOrKill());

        assertThat(told)
                .containsExactly(
                        "CANCELLATION CANCELED_order couldn't be fully filled. FOK orders are fully filled or killed. 0");
    }

    @Test
    void whatTheVenueTakesOffIsInvalid() {
        place(alice, HASH, buy("10", "0.45"));
        venue.loop.ask(() -> {
            venue.state.exchange().changeTick(venue.market.market().id(), TickSize.TENTH);
            return true;
        });

        assertThat(records.order(HASH).orElseThrow().status()).isEqualTo("INVALID");
        assertThat(told).containsExactly("PLACEMENT LIVE 0", "CANCELLATION INVALID 0");
    }

    @Test
    void anOrderInTheTakerDelayIsOpenAndThenRests() {
        delay(Duration.ofSeconds(3));
        place(alice, HASH, buy("10", "0.40"));
        place(bob, "0x" + "cd".repeat(32), sell("10", "0.40"));
        assertThat(records.open(bob)).extracting(OrderRow::status).containsExactly("DELAYED");
        cancel(alice, HASH);
        told.clear();

        venue.loop.advance(Duration.ofSeconds(3));

        assertThat(told).containsExactly("UPDATE UNMATCHED 0");
        assertThat(records.open(bob)).extracting(OrderRow::status).containsExactly("LIVE");
    }

    @Test
    void ordersThatCamePastTheApiGetAHashAndTheOwnerOfTheirKey() {
        VenueOrderId direct = venue.loop.ask(() ->
                venue.state.exchange().place(alice.id(), buy("10", "0.40")).order());

        OrderRow order = records.open(alice).get(0);

        assertThat(order.id()).matches("0x[0-9a-f]{64}");
        assertThat(order.owner()).isEqualTo("key of " + alice.signer());
        assertThat(records.exchangeName(order.id())).contains(direct);
        assertThat(records.order(order.id())).contains(order);
    }

    @Test
    void anAccountNobodyRegisteredGetsAnAddress() {
        AccountId stranger = new AccountId("stranger");
        venue.loop.ask(() -> {
            venue.state.exchange().openAccount(stranger, Cash.ofUsd(100));
            return venue.state.exchange().place(stranger, buy("10", "0.40"));
        });

        VenueAccount account =
                venue.loop.ask(() -> venue.state.accounts().account(stranger)).orElseThrow();

        assertThat(records.open(account)).hasSize(1);
        assertThat(account.wallet()).isEqualTo(account.signer());
    }

    @Test
    void onlyTheLastClosedOrdersAndTradesAreRemembered() {
        for (int i = 0; i < 5; i++) {
            place(alice, "0x" + ("a" + i).repeat(32), buy("10", "0.40"));
            place(bob, "0x" + ("b" + i).repeat(32), sell("10", "0.40"));
        }
        place(alice, HASH, buy("10", "0.30"));
        venue.loop.advance(Duration.ofSeconds(10));

        assertThat(records.trades()).hasSize(3);
        assertThat(records.trades(alice)).isEqualTo(records.trades());
        assertThat(records.trades()).extracting(TradeRow::status).containsOnly(SettlementStatus.CONFIRMED);
        assertThat(records.order("0x" + "a2".repeat(32))).isEmpty();
        assertThat(records.order("0x" + "a4".repeat(32))).isPresent();
        assertThat(records.order(HASH)).isPresent();
    }

    @Test
    void theSameSeedGivesTheSameNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (VenueFixture other = new VenueFixture()) {
                VenueAccount one = other.open("one", WalletKind.EOA, alice.signer(), alice.signer(), "1000");
                LedgerRecords kept =
                        other.loop.ask(() -> new LedgerRecords(other.state, Address::hex, RecordLimits.usual()));
                other.loop.ask(() -> other.state.exchange().place(one.id(), buy("10", "0.40")));
                names.add(other.loop.ask(() -> kept.open(one).get(0).id()));
            }
        }

        assertThat(names.get(0)).isEqualTo(names.get(1));
    }

    private LedgerRecords records(RecordLimits limits) {
        return venue.loop.ask(() -> {
            LedgerRecords kept = new LedgerRecords(venue.state, signer -> "key of " + signer, limits);
            kept.listen(new RecordListener() {
                @Override
                public void onOrder(OrderRow order, OrderMoment moment) {
                    if (!order.account().equals(bob) || !order.status().equals("MATCHED")) {
                        told.add(moment + " " + order.status() + " " + order.matched());
                    }
                }

                @Override
                public void onTrade(TradeRow trade) {
                    told.add("trade " + trade.status());
                }
            });
            return kept;
        });
    }

    private VenueAccount open(String name, String address) {
        Address signer = new Address(address);
        VenueAccount account = venue.open(name, WalletKind.EOA, signer, signer, "1000");
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .depositSets(account.id(), venue.market.market().id(), Quantity.ofShares(100));
            return true;
        });
        return account;
    }

    private void delay(Duration delay) {
        venue.loop.ask(() -> {
            var market = venue.market.market();
            venue.state
                    .exchange()
                    .update(market.toBuilder()
                            .rules(market.rules().toBuilder().takerDelay(delay).build())
                            .build());
            return true;
        });
    }

    private void place(VenueAccount account, String hash, OrderRequest request) {
        venue.loop.ask(() -> venue.state.exchange().place(account.id(), new VenueOrderId(hash), request));
    }

    private void cancel(VenueAccount account, String hash) {
        venue.loop.ask(() -> venue.state.exchange().cancel(account.id(), new VenueOrderId(hash)));
    }

    private static OrderRequest buy(String shares, String price) {
        return OrderRequest.buy(YES, Quantity.parse(shares), Price.parse(price));
    }

    private static OrderRequest sell(String shares, String price) {
        return OrderRequest.sell(YES, Quantity.parse(shares), Price.parse(price));
    }

    private static SettlementPlan plan(SettlementStatus... statuses) {
        List<SettlementPlan.Step> steps = new ArrayList<>();
        Arrays.stream(statuses)
                .forEach(status -> steps.add(new SettlementPlan.Step(Duration.ofSeconds(steps.size() + 1), status)));
        return new SettlementPlan(steps);
    }
}
