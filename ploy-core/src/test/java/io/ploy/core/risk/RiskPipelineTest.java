package io.ploy.core.risk;

import static io.ploy.core.risk.FakeWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Belief;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.risk.RiskAudit.Verdict;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every gate: what trips it, and what it lets through at the exact boundary. */
class RiskPipelineTest {
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final String S = "s";
    /** Where the gates of another test do not get in the way. */
    private static final RiskLimits ROOMY = RiskLimits.builder()
            .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(100))
            .without(Limit.DUPLICATE_WINDOW)
            .without(Limit.MAX_ORDERS_PER_SECOND)
            .without(Limit.MAX_ACCOUNT_ORDERS_PER_SECOND)
            .without(Limit.PRICE_COLLAR)
            .without(Limit.MAX_DEPTH_SHARE)
            .without(Limit.MAX_SLIPPAGE)
            .without(Limit.MAX_SPREAD)
            .without(Limit.MAX_EVENT_EXPOSURE)
            .without(Limit.MAX_GROUP_EXPOSURE)
            .without(Limit.MAX_STRATEGY_EXPOSURE)
            .without(Limit.MAX_DOMAIN_EXPOSURE)
            .without(Limit.MAX_MARKET_ORDERS)
            .build();

    private final FakeWorld world = new FakeWorld();
    private final Market free = world.add("free", FeeSchedule.FREE);
    private final InstrumentId yes = free.first().instrument();
    private final InstrumentId no = free.second().instrument();
    private final PortfolioLedger portfolio = new PortfolioLedger(ACCOUNT, world::marketOf);
    private RiskLimits limits = ROOMY;
    private Instant now = NOON;
    private long orders;

    @BeforeEach
    void fund() {
        portfolio.deposit(Cash.ofUsd(10_000));
    }

    @Test
    void anOrderInOrderIsAllowedInFullAndStaysReserved() {
        RiskAudit audit = ask(buy("10", "0.50"));

        assertThat(audit.granted()).isEqualTo(shares("10"));
        assertThat(audit.verdicts()).isEmpty();
        assertThat(portfolio.isReserved(audit.order())).isTrue();
        assertThat(portfolio.balance().reserved()).isEqualTo(usd("5"));
        assertThat(RiskPipeline.granted(audit)).isSameAs(audit.request());
    }

    @Test
    void nothingIsSentThatCannotBeWrittenDown() {
        world.journalWritable = false;

        refused(buy("10", "0.50"), "journal", RiskReason.JOURNAL_NOT_DURABLE);
    }

    @Test
    void aHaltStopsEvenWhatReduces() {
        portfolio.hold(S, yes, shares("10"), usd("5"));
        world.halted = true;

        RiskAudit audit = refused(sell("10", "0.40"), "trading-state", RiskReason.TRADING_HALTED);
        assertThat(audit.verdicts().get(0).detail()).contains("a test");
    }

    @Test
    void aStoppedStrategyDoesNotTrade() {
        world.stopped = true;

        refused(buy("10", "0.50"), "strategy-health", RiskReason.STRATEGY_STOPPED);
    }

    @Test
    void anOrderThatExpiresByNowIsRefused() {
        refused(buy("10", "0.40").restUntil(now), "request", RiskReason.REQUEST_INVALID);
        allowed(buy("10", "0.40").restUntil(now.plusNanos(1)), "10");
    }

    @Test
    void sizesAreWholeLots() {
        refused(buy("10.005", "0.50"), "request", RiskReason.OFF_LOT);
        allowed(buy("10.01", "0.50"), "10.01");
    }

    @Test
    void amountsToSpendAreWholeCents() {
        refused(spend("10.005", "0.50"), "request", RiskReason.OFF_LOT);
        allowed(spend("10.01", "0.50"), "20.02");
    }

    @Test
    void aSizeThatNobodySaysIsRefused() {
        refused(OrderRequest.buySized(yes, Price.parse("0.50")), "sizing", RiskReason.SIZING_INPUT_MISSING);
    }

    @Test
    void aGrantedSizeIsNotOpenAndWhatIsBelievedStays() {
        OrderRequest open = OrderRequest.buySized(yes, Price.parse("0.50")).believing(Belief.of(0.6));
        OrderRequest amount = spend("10", "0.50").believing(Belief.of(0.6));

        for (String atMost : new String[] {"12.345", "100000000"}) {
            OrderRequest sized = SizedRequest.of(open, shares(atMost));

            assertThat(sized.isSizeOpen()).isFalse();
            assertThat(sized.sharesAtLimit()).isEqualTo(shares(atMost).floorToLot());
            assertThat(sized.belief()).isEqualTo(open.belief());
        }
        assertThat(SizedRequest.of(amount, shares("10")).belief()).isEqualTo(amount.belief());
    }

    @Test
    void limitsAreOnTheTick() {
        refused(buy("10", "0.505"), "request", RiskReason.OFF_TICK);
        allowed(buy("10", "0.51"), "10");
    }

    @Test
    void absurdSizesAreRefusedBeforeTheyAreReserved() {
        refused(buy("100000000.01", "0.50"), "request", RiskReason.REQUEST_INVALID);
        refused(
                OrderRequest.buy(yes, Quantity.ofMicros(Long.MAX_VALUE), Price.parse("0.50")),
                "request",
                RiskReason.REQUEST_INVALID);
        refused(
                OrderRequest.spend(yes, Cash.ofMicros(Long.MAX_VALUE), Price.parse("0.01")),
                "request",
                RiskReason.REQUEST_INVALID);
        refused(buy("100000000", "0.50"), "venue-minimum", RiskReason.BELOW_MINIMUM, noRoom());
    }

    private static RiskLimits noRoom() {
        return ROOMY.toBuilder().set(Limit.MAX_MARKET_EXPOSURE, usd("1")).build();
    }

    @Test
    void anOrderIdThatIsOpenIsRefusedAndTheOpenOrderKeepsItsReservation() {
        RiskAudit first = ask(buy("10", "0.50"));

        RiskAudit again = pipeline().evaluate(first.order(), S, buy("20", "0.50"), now);

        assertThat(again.allowed()).isFalse();
        assertThat(portfolio.balance().reserved()).isEqualTo(usd("5"));
    }

    @Test
    void noNewRiskWhereAnOrderIsInDoubtButAnExitIs() {
        portfolio.hold(S, yes, shares("20"), usd("10"));
        world.unknownOrder = true;

        refused(buy("10", "0.50"), "unknown-orders", RiskReason.UNKNOWN_ORDER_PRESENT);
        allowed(sell("20", "0.40"), "20");
    }

    @Test
    void anInstrumentWithoutAMarketIsRefused() {
        InstrumentId stranger = new InstrumentId("test", "stranger");

        refused(
                OrderRequest.buy(stranger, shares("10"), Price.parse("0.5")),
                "market-known",
                RiskReason.MARKET_UNKNOWN);
    }

    @Test
    void aMarketWhoseFeesAreNotKnownIsRefusedEvenToReduce() {
        Market unpriced = world.add("unpriced", null);
        portfolio.hold(S, unpriced.first().instrument(), shares("10"), usd("5"));

        refused(
                OrderRequest.sell(unpriced.first().instrument(), shares("10"), Price.parse("0.4")),
                "market-known",
                RiskReason.FEE_UNKNOWN);
    }

    @Test
    void onlyAnOpenMarketTakesOrders() {
        for (MarketStatus status : MarketStatus.values()) {
            world.put(free.toBuilder().status(status).build());
            if (status == MarketStatus.OPEN) {
                allowed(buy("10", "0.50"), "10");
            } else {
                refused(buy("10", "0.50"), "market-open", RiskReason.MARKET_NOT_OPEN);
            }
        }
    }

    @Test
    void aBookThatIsNotLiveIsNotTradedOn() {
        portfolio.hold(S, yes, shares("20"), usd("10"));
        for (BookTrust trust : List.of(BookTrust.SYNCING, BookTrust.SUSPECT, BookTrust.STALE)) {
            world.books.get(yes).distrust(trust);
            refused(buy("10", "0.50"), "book-trust", RiskReason.BOOK_NOT_LIVE);
            refused(sell("10", "0.40"), "book-trust", RiskReason.BOOK_NOT_LIVE);
        }
    }

    @Test
    void aBookNotHeardOfForTooLongIsNotTradedOn() {
        now = NOON.plusSeconds(5);
        allowed(buy("10", "0.50"), "10");

        now = NOON.plusSeconds(5).plusNanos(1);
        refused(buy("10", "0.50"), "book-trust", RiskReason.BOOK_STALE);

        world.books.get(yes).heard(FakeWorld.NOON_NANOS + 1);
        allowed(buy("10", "0.50"), "10");
    }

    @Test
    void anExitAtOrAboveTheFloorNeedsNoBook() {
        portfolio.hold(S, yes, shares("40"), usd("10"));
        world.books.get(yes).distrust(BookTrust.STALE);
        limits = limits.toBuilder()
                .set(Limit.BLIND_SELL_FLOOR, Price.parse("0.40"))
                .build();

        allowed(sell("10", "0.40"), "10");
        refused(sell("10", "0.39"), "book-trust", RiskReason.BOOK_NOT_LIVE);
        refused(buy("10", "0.50"), "book-trust", RiskReason.BOOK_NOT_LIVE);
    }

    @Test
    void whatIsNotHeldIsNotSold() {
        refused(sell("10", "0.40"), "sellable", RiskReason.SELL_NONE_HELD);

        portfolio.hold("other", yes, shares("10"), usd("5"));
        refused(sell("10", "0.40"), "sellable", RiskReason.SELL_NONE_HELD);
    }

    @Test
    void whatIsNotConfirmedIsNotSold() {
        portfolio.hold(S, yes, shares("4"), usd("2"));
        portfolio.book(S, fill(1, Side.BUY, "6", SettlementStatus.MATCHED));

        refused(sell("10", "0.40"), "sellable", RiskReason.SELL_UNCONFIRMED);
        refused(sell("10.01", "0.40"), "sellable", RiskReason.SELL_NONE_HELD);

        portfolio.confirm(fill(1, Side.BUY, "6", SettlementStatus.CONFIRMED));
        allowed(sell("10", "0.40"), "10");
    }

    @Test
    void whatIsBeingSoldIsNotSoldAgain() {
        portfolio.hold(S, yes, shares("20"), usd("10"));
        allowed(sell("12", "0.40"), "12");

        refused(sell("8.01", "0.40"), "sellable", RiskReason.SELL_ALL_RESERVED);
        allowed(sell("8", "0.40"), "8");
        refused(sell("20.01", "0.40"), "sellable", RiskReason.SELL_NONE_HELD);
    }

    @Test
    void aRequestThatSaysItReducesMustReduce() {
        portfolio.hold(S, yes, shares("20"), usd("10"));
        portfolio.hold(S, no, shares("10"), usd("4"));

        allowed(sell("10", "0.40").reduceOnly(), "10");
        refused(sell("10", "0.40").reduceOnly(), "reduce-only", RiskReason.NOT_REDUCING);
        refused(
                OrderRequest.buy(no, shares("5"), Price.parse("0.4")).reduceOnly(),
                "reduce-only",
                RiskReason.NOT_REDUCING);
    }

    @Test
    void aStrategyHasOnlySoManyOrdersOpenAndAFewMoreToReduce() {
        portfolio.hold(S, yes, shares("20"), usd("10"));

        world.openOrders = 49;
        allowed(buy("10", "0.50"), "10");
        world.openOrders = 50;
        refused(buy("10", "0.50"), "open-orders", RiskReason.TOO_MANY_ORDERS);
        world.openOrders = 59;
        allowed(sell("10", "0.50"), "10");
        world.openOrders = 60;
        refused(sell("10", "0.50"), "open-orders", RiskReason.TOO_MANY_ORDERS);
    }

    @Test
    void anOrderHasOnlySoManyShares() {
        limits = wide().set(Limit.MAX_ORDER_QUANTITY, shares("100")).build();

        allowed(buy("100", "0.50"), "100");
        shrunk(buy("100.01", "0.50"), "100", "max-order", RiskReason.MAX_ORDER);
    }

    @Test
    void anOrderIsWorthOnlySoMuch() {
        limits = wide().set(Limit.MAX_ORDER_NOTIONAL, usd("100")).build();

        allowed(buy("200", "0.50"), "200");
        shrunk(buy("200.01", "0.50"), "200", "max-order", RiskReason.MAX_ORDER);
        shrunk(buy("500", "0.49"), "204.08", "max-order", RiskReason.MAX_ORDER);
    }

    @Test
    void anExitMayBeLargerThanAnOrder() {
        limits = wide().set(Limit.MAX_ORDER_QUANTITY, shares("10")).build();
        portfolio.hold(S, yes, shares("200"), usd("10"));

        allowed(sell("200", "0.50"), "200");
    }

    @Test
    void anAmountToSpendShrinksInProportionAndKeepsEverythingElse() {
        limits = wide().set(Limit.MAX_ORDER_NOTIONAL, usd("100")).build();
        OrderRequest request = spend("150", "0.30")
                .fillOrKill()
                .sendWithin(Duration.ofMillis(300))
                .becauseOf(fillId(1))
                .reason("edge 0.04");

        RiskAudit audit = ask(request);
        OrderRequest granted = RiskPipeline.granted(audit);

        assertThat(audit.granted()).isEqualTo(shares("333.333333"));
        assertThat(granted)
                .isEqualTo(spend("100", "0.30")
                        .fillOrKill()
                        .sendWithin(Duration.ofMillis(300))
                        .becauseOf(fillId(1))
                        .reason("edge 0.04"));
        assertThat(portfolio.balance().reserved()).isEqualTo(usd("100"));
    }

    @Test
    void anAccountHoldsOnlySoManySharesOfAnInstrument() {
        limits = wide().set(Limit.MAX_POSITION, shares("100")).build();
        portfolio.hold("other", yes, shares("50"), usd("1"));
        allowed(buy("30", "0.10"), "30");

        shrunk(buy("20.01", "0.10"), "20", "max-position", RiskReason.MAX_POSITION);
        refused(buy("10", "0.10"), "max-position", RiskReason.MAX_POSITION);
        allowed(OrderRequest.buy(no, shares("100"), Price.parse("0.10")), "100");
    }

    @Test
    void aMarketLosesOnlySoMuch() {
        limits = wide().set(Limit.MAX_MARKET_EXPOSURE, usd("50")).build();

        allowed(buy("60", "0.50"), "60");
        allowed(buy("40", "0.50"), "40");
        refused(buy("10", "0.50"), "market-exposure", RiskReason.MARKET_EXPOSURE);
        allowed(OrderRequest.buy(no, shares("100"), Price.parse("0.50")), "100");
    }

    @Test
    void whatFitsIntoTheMarketsLimitIsGranted() {
        limits = wide().set(Limit.MAX_MARKET_EXPOSURE, usd("50")).build();

        shrunk(buy("100.01", "0.50"), "100", "market-exposure", RiskReason.MARKET_EXPOSURE);
    }

    @Test
    void anExitPassesALimitThatIsExceeded() {
        portfolio.hold(S, yes, shares("200"), usd("100"));

        refused(buy("10", "0.50"), "market-exposure", RiskReason.MARKET_EXPOSURE);
        allowed(sell("50", "0.40"), "50");
    }

    @Test
    void anExitPassesTheAccountsLimitThatIsExceeded() {
        limits = wide().set(Limit.MAX_ACCOUNT_EXPOSURE, usd("40")).build();
        portfolio.hold(S, yes, shares("200"), usd("100"));

        refused(buy("10", "0.50"), "account-exposure", RiskReason.ACCOUNT_EXPOSURE);
        allowed(sell("50", "0.40"), "50");
    }

    @Test
    void sellingOneLegOfAPairIsNewRisk() {
        portfolio.hold(S, yes, shares("100"), usd("45"));
        portfolio.hold(S, no, shares("100"), usd("50"));

        // +5 in both states; a share sold at .40 loses .60 where Yes wins: 55 USD are 91.66 shares.
        shrunk(sell("100", "0.40"), "91.66", "market-exposure", RiskReason.MARKET_EXPOSURE);
    }

    @Test
    void allMarketsTogetherLoseOnlySoMuch() {
        limits = wide().set(Limit.MAX_ACCOUNT_EXPOSURE, usd("70")).build();
        Market other = world.add("other", FeeSchedule.FREE);
        portfolio.hold(S, other.first().instrument(), shares("100"), usd("40"));

        allowed(buy("40", "0.50"), "40");
        shrunk(buy("20.01", "0.50"), "20", "account-exposure", RiskReason.ACCOUNT_EXPOSURE);
        refused(buy("20", "0.50"), "account-exposure", RiskReason.ACCOUNT_EXPOSURE);
    }

    @Test
    void onlyCashThatIsThereAndNotPromisedIsSpent() {
        limits = wide().set(Limit.CASH_FLOOR, usd("9950")).build();

        allowed(buy("60", "0.50"), "60");
        shrunk(buy("40.01", "0.50"), "40", "buying-power", RiskReason.INSUFFICIENT_FUNDS);
        refused(buy("10", "0.50"), "buying-power", RiskReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void theFeeCountsAgainstTheCash() {
        Market dear = world.add("dear", FeeSchedule.takerRate("0.07"));
        limits = wide().set(Limit.CASH_FLOOR, usd("9941.2843")).build();
        OrderRequest request = OrderRequest.buy(dear.first().instrument(), shares("100"), Price.parse("0.57"));

        allowed(request, "100");
        assertThat(portfolio.balance().available()).isEqualTo(usd("9941.2843"));
        refused(request, "buying-power", RiskReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void whatIsTooSmallForTheVenueIsRefusedNotRoundedUp() {
        allowed(buy("5", "0.50"), "5");
        refused(buy("4.99", "0.50"), "venue-minimum", RiskReason.BELOW_MINIMUM);

        limits = wide().set(Limit.MAX_MARKET_EXPOSURE, usd("4.99")).build();
        RiskAudit audit = ask(buy("20", "0.50"));
        assertThat(audit.allowed()).isFalse();
        assertThat(audit.verdicts())
                .extracting(Verdict::reason)
                .containsExactly(RiskReason.MARKET_EXPOSURE, RiskReason.BELOW_MINIMUM);
    }

    @Test
    void anOrderThatCrossesIsWorthAtLeastTheVenuesMinimum() {
        world.quote(yes, "0.08", "0.09");

        refused(buy("11.11", "0.09"), "venue-minimum", RiskReason.BELOW_MINIMUM);
        allowed(buy("11.12", "0.09"), "11.12");
        allowed(buy("11.11", "0.08"), "11.11");
        allowed(buy("11.11", "0.09").postOnly(), "11.11");
        refused(buy("11.11", "0.08").fillAndKill(), "venue-minimum", RiskReason.BELOW_MINIMUM);
        refused(spend("0.99", "0.09"), "venue-minimum", RiskReason.BELOW_MINIMUM);
        allowed(spend("1", "0.09"), "11.111111");
    }

    @Test
    void aRefusalLeavesNothingBehind() {
        world.unknownOrder = true;
        Cash before = portfolio.exposures().account();

        RiskAudit audit = refused(buy("10", "0.50"), "unknown-orders", RiskReason.UNKNOWN_ORDER_PRESENT);

        assertThat(portfolio.isReserved(audit.order())).isFalse();
        assertThat(portfolio.balance().reserved()).isEqualTo(Cash.ZERO);
        assertThat(portfolio.exposures().account()).isEqualTo(before);
        assertThatThrownBy(() -> RiskPipeline.granted(audit)).isInstanceOf(IllegalArgumentException.class);
    }

    private static RiskLimits.Builder wide() {
        return ROOMY.toBuilder()
                .set(Limit.MAX_ORDER_NOTIONAL, usd("100000"))
                .set(Limit.MAX_MARKET_EXPOSURE, usd("100000"))
                .set(Limit.MAX_ACCOUNT_EXPOSURE, usd("100000"))
                .set(Limit.MAX_POSITION, shares("1000000"))
                .set(Limit.MAX_ORDER_QUANTITY, shares("1000000"));
    }

    private RiskPipeline pipeline() {
        return MissingGate.in(new RiskPipeline(FakeWorld.only(limits), portfolio, world, List.of()));
    }

    private RiskAudit ask(OrderRequest request) {
        return pipeline().evaluate(new ClientOrderId(ACCOUNT, 1, ++orders), S, request, now);
    }

    private void allowed(OrderRequest request, String granted) {
        RiskAudit audit = ask(request);
        assertThat(audit.verdicts()).isEmpty();
        assertThat(audit.granted()).isEqualTo(shares(granted));
    }

    private void shrunk(OrderRequest request, String granted, String rule, RiskReason reason) {
        RiskAudit audit = ask(request);
        assertThat(audit.granted()).isEqualTo(shares(granted));
        assertThat(audit.verdicts()).extracting(Verdict::rule).containsExactly(rule);
        assertThat(audit.verdicts()).extracting(Verdict::reason).containsExactly(reason);
    }

    private RiskAudit refused(OrderRequest request, String rule, RiskReason reason) {
        RiskAudit audit = ask(request);
        assertThat(audit.allowed()).isFalse();
        Verdict last = audit.verdicts().get(audit.verdicts().size() - 1);
        assertThat(last.rule()).isEqualTo(rule);
        assertThat(last.reason()).isEqualTo(reason);
        assertThat(last.detail()).isNotBlank();
        assertThat(portfolio.isReserved(audit.order())).isFalse();
        return audit;
    }

    private void refused(OrderRequest request, String rule, RiskReason reason, RiskLimits under) {
        RiskLimits before = limits;
        limits = under;
        refused(request, rule, reason);
        limits = before;
    }

    private OrderRequest buy(String quantity, String limit) {
        return OrderRequest.buy(yes, shares(quantity), Price.parse(limit));
    }

    private OrderRequest sell(String quantity, String limit) {
        return OrderRequest.sell(yes, shares(quantity), Price.parse(limit));
    }

    private OrderRequest spend(String amount, String limit) {
        return OrderRequest.spend(yes, usd(amount), Price.parse(limit));
    }

    private Fill fill(long trade, Side side, String quantity, SettlementStatus status) {
        return new Fill(
                fillId(trade),
                new ClientOrderId(ACCOUNT, 9, 9),
                yes,
                side,
                Price.parse("0.5"),
                shares(quantity),
                Cash.ZERO,
                LiquidityRole.TAKER,
                status,
                false,
                now);
    }

    private static FillId fillId(long trade) {
        return new FillId("t" + trade, 0, new VenueOrderId("v"), LiquidityRole.TAKER);
    }

    private static Quantity shares(String text) {
        return Quantity.parse(text);
    }

    private static Cash usd(String text) {
        return Cash.parse(text);
    }
}
