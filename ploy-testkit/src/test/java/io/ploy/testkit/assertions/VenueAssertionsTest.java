package io.ploy.testkit.assertions;

import static io.ploy.testkit.assertions.VenueAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.testkit.junit.SimulatedPolymarket;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatedPolymarket(world = "longdated:questions=1;newer=0", startsAt = "2026-07-01T12:00:00Z")
class VenueAssertionsTest {
    private static final VenueOrderId FIRST = new VenueOrderId("0x" + "01".repeat(32));
    private static final VenueOrderId SECOND = new VenueOrderId("0x" + "02".repeat(32));

    private PolymarketSimulator venue;
    private Market market;

    @BeforeEach
    void openTheMarket(PolymarketSimulator venue) {
        this.venue = venue;
        venue.advance(Duration.ofMinutes(1));
        market = venue.openMarkets().get(0).market();
    }

    @Test
    void anOpenOrderIsSeenWithItsStatusAndIntent() {
        OrderRequest bid = buy("0.01", 10);
        place("eoa", FIRST, bid);

        assertThat(venue).order(FIRST).hasStatus("LIVE").hasFilled(Quantity.ZERO);
        assertThat(venue).account("eoa").hasExactlyOneOrder(bid).hasStatus("LIVE");
        assertThat(venue).account("eoa").openOrders().hasSize(1);
        assertThat(venue).account("safe").hasNoOpenOrders();
        assertThat(venue).neverTook(SECOND);
        assertThatThrownBy(() -> assertThat(venue).order(FIRST).hasStatus("MATCHED"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LIVE");
        assertThatThrownBy(() -> assertThat(venue).order(FIRST).isFilled()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(venue).order(SECOND))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("never took");
        assertThatThrownBy(() -> assertThat(venue).neverTook(FIRST)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(venue).account("eoa").hasNoOpenOrders())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void anIntentThatCameTwiceIsSeenEvenWhenItIsGone() {
        OrderRequest bid = buy("0.01", 10);
        place("eoa", FIRST, bid);
        place("eoa", SECOND, bid);
        venue.state()
                .loop()
                .ask(() -> venue.state()
                        .exchange()
                        .cancel(venue.account("eoa").account().id(), SECOND));

        assertThatThrownBy(() -> assertThat(venue).account("eoa").hasExactlyOneOrder(bid))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there are 2")
                .hasMessageContaining("CANCELED");
        assertThatThrownBy(() -> assertThat(venue).account("eoa").hasExactlyOneOrder(buy("0.02", 10)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there are 0");
        assertThatThrownBy(() -> assertThat(venue).account("safe").hasExactlyOneOrder(bid))
                .hasMessageContaining("none at all");
        assertThat(venue).account("eoa").orders().hasSize(2);
    }

    @Test
    void whatSettledIsHeldAndPaid() {
        place("eoa", FIRST, buy("0.99", 10).fillOrKill());
        venue.advance(Duration.ofMinutes(2));
        AccountSnapshot truth =
                inside(reading -> reading.holdings(account("eoa").account()));

        assertThat(venue).order(FIRST).hasStatus("MATCHED").isFilled();
        assertThat(venue).trades().isNotEmpty();
        assertThat(venue)
                .account("eoa")
                .holds(market.first().instrument(), Quantity.ofShares(10))
                .holds(market.second().instrument(), Quantity.ZERO)
                .hasCollateral(truth.collateral())
                .isAsRead(truth)
                .trades()
                .extracting(TradeRow::taker)
                .extracting(TradeRow.Party::order)
                .containsOnly(FIRST.value());
        assertThat(truth.collateral()).isLessThan(Cash.ofUsd(10_000));
        assertThat(venue).account("safe").holdsNoShares().hasCollateral(Cash.ofUsd(10_000));
    }

    @Test
    void whatIsNotSoIsSaid() {
        place("eoa", FIRST, buy("0.99", 10).fillOrKill());
        venue.advance(Duration.ofMinutes(2));
        AccountAssert eoa = assertThat(venue).account("eoa");
        AccountSnapshot truth =
                inside(reading -> reading.holdings(account("eoa").account()));

        assertThatThrownBy(() -> eoa.holds(market.first().instrument(), Quantity.ofShares(11)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("11");
        assertThatThrownBy(eoa::holdsNoShares).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> eoa.hasCollateral(Cash.ofUsd(10_000))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        eoa.isAsRead(new AccountSnapshot(truth.collateral(), truth.holdings(), false, truth.at())))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> eoa.isAsRead(new AccountSnapshot(truth.collateral(), Map.of(), true, truth.at())))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> eoa.isAsRead(new AccountSnapshot(Cash.ofUsd(1), truth.holdings(), true, truth.at())))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aVenueThatTradesKeepsItsInvariants() {
        place("eoa", FIRST, buy("0.99", 10).fillOrKill());
        place("safe", SECOND, OrderRequest.spend(market.second().instrument(), Cash.ofUsd(7), Price.parse("0.99")));

        for (int i = 0; i < 30; i++) {
            venue.advance(Duration.ofSeconds(7));
            assertThatCode(() -> assertThat(venue).keepsItsInvariants()).doesNotThrowAnyException();
        }
    }

    @Test
    void sharesNobodyIsKnownToHoldAreNotBacked() {
        AccountId stranger = new AccountId("stranger");
        venue.state().loop().ask(() -> {
            venue.state().exchange().openAccount(stranger, Cash.ZERO);
            venue.state().exchange().depositSets(stranger, market.id(), Quantity.ofShares(3));
            return true;
        });

        assertThatThrownBy(() -> assertThat(venue).backsEveryShare())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(market.first().name());
        assertThatThrownBy(() -> assertThat(venue).keepsItsInvariants()).isInstanceOf(AssertionError.class);
        assertThat(venue).conservesCollateral();
    }

    private OrderRequest buy(String price, long shares) {
        return OrderRequest.buy(market.first().instrument(), Quantity.ofShares(shares), Price.parse(price));
    }

    private TestAccount account(String name) {
        return venue.account(name);
    }

    private void place(String account, VenueOrderId id, OrderRequest request) {
        venue.state()
                .loop()
                .ask(() -> venue.state()
                        .exchange()
                        .place(account(account).account().id(), id, request));
    }

    private <T> T inside(Function<Reading, T> question) {
        return VenueAssert.inside(venue, question);
    }
}
