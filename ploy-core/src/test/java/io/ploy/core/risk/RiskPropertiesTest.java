package io.ploy.core.risk;

import static io.ploy.core.risk.FakeWorld.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.portfolio.Marks;
import io.ploy.core.portfolio.OrderClass;
import io.ploy.core.portfolio.PortfolioLedger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pipeline promises whatever is asked, through days of random orders and fills. */
class RiskPropertiesTest {
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final RiskLimits LIMITS = RiskLimits.builder()
            .set(Limit.MAX_ORDER_QUANTITY, Quantity.ofShares(150))
            .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(40))
            .set(Limit.MAX_POSITION, Quantity.ofShares(300))
            .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(50))
            .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(120))
            .set(Limit.MAX_EVENT_EXPOSURE, Cash.ofUsd(45))
            .set(Limit.MAX_STRATEGY_EXPOSURE, Cash.ofUsd(80))
            .set(Limit.CASH_FLOOR, Cash.ofUsd(100))
            .without(Limit.DUPLICATE_WINDOW)
            .without(Limit.MAX_ORDERS_PER_SECOND)
            .without(Limit.MAX_ACCOUNT_ORDERS_PER_SECOND)
            .without(Limit.PRICE_COLLAR)
            .without(Limit.MAX_DEPTH_SHARE)
            .without(Limit.MAX_SLIPPAGE)
            .build();

    private final FakeWorld world = new FakeWorld();
    private final List<Market> markets = new ArrayList<>();
    private final TreeMap<ClientOrderId, OrderRequest> open = new TreeMap<>();
    private final List<Fill> provisional = new ArrayList<>();
    private PortfolioLedger portfolio = new PortfolioLedger(ACCOUNT, world::marketOf);
    private RiskPipeline pipeline = new RiskPipeline(FakeWorld.only(LIMITS), portfolio, world, List.of());
    private SplittableRandom random = new SplittableRandom(0);
    private long numbers;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void limitsHoldAtEveryMomentWhateverIsFilledConfirmedOrReversed(long seed) {
        for (int day = 0; day < 60; day++) {
            begin(seed * 100 + day);
            for (int event = 0; event < 200; event++) {
                // Only purchases: what a sale realises leaves the worst case, in either direction.
                step(Side.BUY);

                for (Market market : markets) {
                    assertThat(portfolio.exposures().market(market.id()))
                            .isLessThanOrEqualTo(LIMITS.usd(Limit.MAX_MARKET_EXPOSURE));
                    assertThat(portfolio
                                    .exposures()
                                    .potentialQuantity(market.first().instrument()))
                            .isLessThanOrEqualTo(LIMITS.shares(Limit.MAX_POSITION));
                }
                assertThat(portfolio.exposures().account()).isLessThanOrEqualTo(LIMITS.usd(Limit.MAX_ACCOUNT_EXPOSURE));
                assertThat(portfolio.balance().available()).isGreaterThanOrEqualTo(LIMITS.usd(Limit.CASH_FLOOR));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noOrderThatAddsRiskIsAllowedBeyondALimit(long seed) {
        for (int day = 0; day < 60; day++) {
            begin(seed * 100 + day);
            for (int event = 0; event < 200; event++) {
                RiskAudit audit = step(random.nextBoolean() ? Side.BUY : Side.SELL);
                if (audit != null && audit.allowed() && !reduces(audit)) {
                    Market market = marketOf(audit.request());
                    assertThat(portfolio.exposures().market(market.id()))
                            .isLessThanOrEqualTo(LIMITS.usd(Limit.MAX_MARKET_EXPOSURE));
                    assertThat(portfolio.exposures().account())
                            .isLessThanOrEqualTo(LIMITS.usd(Limit.MAX_ACCOUNT_EXPOSURE));
                }
                for (Market market : markets) {
                    assertNothingSoldTwice(market.first().instrument());
                    assertNothingSoldTwice(market.second().instrument());
                }
            }
        }
    }

    private boolean reduces(RiskAudit audit) {
        return audit.request().side() == Side.SELL
                && portfolio.headRoom().classify(audit.order()) == OrderClass.REDUCING;
    }

    private void assertNothingSoldTwice(InstrumentId instrument) {
        long selling = 0;
        for (OrderRequest request : open.values()) {
            if (request.side() == Side.SELL && request.instrument().equals(instrument)) {
                selling += request.sharesAtLimit().micros();
            }
        }
        assertThat(selling)
                .isLessThanOrEqualTo(
                        portfolio.position("s", instrument).confirmed().micros());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aRefusalLeavesEveryFigureAsItWas(long seed) {
        int refusals = 0;
        for (int day = 0; day < 30; day++) {
            begin(seed * 100 + day);
            for (int event = 0; event < 150; event++) {
                step(random.nextBoolean() ? Side.BUY : Side.SELL);
                String before = figures();
                RiskAudit audit = ask(anyRequest(random.nextBoolean() ? Side.BUY : Side.SELL));
                if (audit.allowed()) {
                    portfolio.release(audit.order());
                } else {
                    refusals++;
                }
                assertThat(figures()).isEqualTo(before);
            }
        }
        assertThat(refusals).isGreaterThan(500);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsAllowedIsAllowedInAnySmallerSizeDownToTheVenuesMinimum(long seed) {
        for (int day = 0; day < 30; day++) {
            begin(seed * 100 + day);
            for (int event = 0; event < 150; event++) {
                step(random.nextBoolean() ? Side.BUY : Side.SELL);
                RiskAudit whole = ask(anyRequest(random.nextBoolean() ? Side.BUY : Side.SELL));
                portfolio.release(whole.order());
                if (whole.allowed()) {
                    OrderRequest granted = RiskPipeline.granted(whole);
                    RiskAudit again = ask(granted);
                    portfolio.release(again.order());
                    assertThat(again.granted()).as("%s once more", granted).isEqualTo(whole.granted());
                    assertThat(again.verdicts()).isEmpty();
                    checkSmaller(granted);
                }
            }
        }
    }

    private void checkSmaller(OrderRequest granted) {
        OrderRequest smaller = SizedRequest.of(granted, granted.sharesAtLimit().times(random.nextInt(1, 100), 100));
        if (smaller != null) {
            RiskAudit part = ask(smaller);
            portfolio.release(part.order());
            if (part.allowed()) {
                assertThat(part.granted()).isEqualTo(smaller.sharesAtLimit());
                assertThat(part.verdicts()).isEmpty();
            } else {
                assertThat(part.verdicts())
                        .extracting(RiskAudit.Verdict::reason)
                        .containsExactly(RiskReason.BELOW_MINIMUM);
            }
        }
    }

    private void begin(long seed) {
        random = new SplittableRandom(seed);
        markets.clear();
        markets.add(world.add("rain", FeeSchedule.takerRate("0.07")));
        markets.add(world.add("snow", FeeSchedule.FREE));
        markets.add(world.add("hail", FeeSchedule.takerRate("0.04")));
        portfolio = new PortfolioLedger(ACCOUNT, world::marketOf);
        portfolio.deposit(Cash.ofUsd(100 + random.nextInt(400)));
        pipeline = new RiskPipeline(FakeWorld.only(LIMITS), portfolio, world, List.of());
        open.clear();
        provisional.clear();
    }

    private RiskAudit step(Side side) {
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                return place(anyRequest(side));
            }
            case 2, 3 -> fillOne();
            case 4 -> settleOne();
            default -> closeOne();
        }
        return null;
    }

    private RiskAudit place(OrderRequest request) {
        RiskAudit audit = ask(request);
        if (audit.allowed()) {
            OrderRequest granted = RiskPipeline.granted(audit);
            assertThat(granted.sharesAtLimit()).isEqualTo(audit.granted());
            open.put(audit.order(), granted);
        }
        return audit;
    }

    private RiskAudit ask(OrderRequest request) {
        return pipeline.evaluate(new ClientOrderId(ACCOUNT, 1, ++numbers), "s", request, NOON);
    }

    private OrderRequest anyRequest(Side side) {
        Market market = markets.get(random.nextInt(markets.size()));
        InstrumentId instrument = random.nextBoolean()
                ? market.first().instrument()
                : market.second().instrument();
        Price limit = Price.ofMicros(10_000L * random.nextInt(2, 99));
        Quantity quantity = Quantity.ofMicros(10_000L * random.nextInt(1, 20_000));
        if (side == Side.SELL) {
            Quantity held = portfolio.sellable("s", instrument).floorToLot();
            return OrderRequest.sell(instrument, held.isZero() || random.nextInt(8) == 0 ? quantity : held, limit);
        }
        if (random.nextInt(4) == 0) {
            return OrderRequest.spend(instrument, Cash.ofMicros(10_000L * random.nextInt(1, 8_000)), limit);
        }
        OrderRequest request = OrderRequest.buy(instrument, quantity, limit);
        return random.nextInt(3) == 0 ? request.postOnly() : request;
    }

    private void fillOne() {
        if (open.isEmpty()) {
            return;
        }
        ClientOrderId id = new ArrayList<>(open.keySet()).get(random.nextInt(open.size()));
        OrderRequest request = open.get(id);
        boolean spends = request.size() instanceof OrderSize.Spend;
        boolean whole = spends || random.nextBoolean();
        Quantity all = request.sharesAtLimit();
        Quantity quantity = whole ? all : all.times(random.nextInt(1, 99), 100).floorToLot();
        if (quantity.isZero()) {
            return;
        }
        FeeSchedule fees = marketOf(request).rules().fees().orElseThrow();
        // Each fill's fee is rounded down here: the venue's rounding of each fill is beyond what an order can know.
        Cash fee = request.isPostOnly() ? Cash.ZERO : fees.takerFee(request.limit(), quantity, RoundingMode.DOWN);
        Fill fill = fill(id, request, quantity, fee, SettlementStatus.MATCHED);
        portfolio.book("s", fill);
        provisional.add(fill);
        Quantity left = all.minus(quantity);
        if (left.isZero()) {
            open.remove(id);
            portfolio.release(id);
        } else {
            open.put(id, request.withQuantity(left));
        }
    }

    private void settleOne() {
        if (!provisional.isEmpty()) {
            Fill fill = provisional.remove(random.nextInt(provisional.size()));
            if (random.nextInt(4) == 0) {
                portfolio.reverse(fill);
            } else {
                portfolio.confirm(fill);
            }
        }
    }

    private void closeOne() {
        if (!open.isEmpty()) {
            ClientOrderId id = new ArrayList<>(open.keySet()).get(random.nextInt(open.size()));
            open.remove(id);
            portfolio.release(id);
        }
    }

    private Fill fill(ClientOrderId id, OrderRequest request, Quantity quantity, Cash fee, SettlementStatus status) {
        return new Fill(
                new FillId("t" + ++numbers, 0, new VenueOrderId("v" + id.number()), LiquidityRole.TAKER),
                id,
                request.instrument(),
                request.side(),
                request.limit(),
                quantity,
                fee,
                LiquidityRole.TAKER,
                status,
                false,
                NOON);
    }

    private Market marketOf(OrderRequest request) {
        Market market = world.marketOf(request.instrument());
        if (market == null) {
            throw new AssertionError(request);
        }
        return market;
    }

    private String figures() {
        StringBuilder out = new StringBuilder();
        out.append(portfolio.account(Marks.NONE, NOON))
                .append(portfolio.exposures().account());
        for (Market market : markets) {
            out.append(portfolio.exposures().market(market.id()))
                    .append(portfolio
                            .exposures()
                            .potentialQuantity(market.first().instrument()))
                    .append(portfolio
                            .exposures()
                            .potentialQuantity(market.second().instrument()));
        }
        return out.toString();
    }
}
