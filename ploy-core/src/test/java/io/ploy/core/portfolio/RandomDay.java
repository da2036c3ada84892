package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.SNOW;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A seeded stream of everything that can happen to a ledger, told to the ledger and to the model. */
final class RandomDay {
    static final List<String> STRATEGIES = List.of("ann", "bob");
    private static final int ITEMS = 8;

    final PortfolioLedger ledger = Given.ledger();
    final LedgerModel model = new LedgerModel();
    /** What the ledger was told, to tell another one. */
    final List<Consumer<PortfolioLedger>> script = new ArrayList<>();

    private final SplittableRandom random;
    private final List<Fill> provisional = new ArrayList<>();
    private final List<ClientOrderId> closed = new ArrayList<>();
    private final List<Market> unresolved = new ArrayList<>(List.of(RAIN, SNOW));
    private final List<Resolution> resolved = new ArrayList<>();
    private final boolean payouts;
    private long orders;
    private long trades;
    private long operations;

    RandomDay(long seed) {
        this(seed, true);
    }

    /** A day with or without payouts. */
    RandomDay(long seed, boolean payouts) {
        this.payouts = payouts;
        random = new SplittableRandom(seed);
        Cash start = Cash.ofUsd(100_000);
        tell(books -> books.deposit(start));
        model.deposit(start);
    }

    private void tell(Consumer<PortfolioLedger> command) {
        script.add(command);
        command.accept(ledger);
    }

    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> buy();
            case 3 -> spend();
            case 4, 5 -> sell();
            case 6, 7, 8, 9, 10 -> fillOpenOrder();
            case 11, 12, 13 -> settleOne();
            case 14 -> reverseOne();
            case 15 -> closeOne();
            case 16 -> operate(Operation.Kind.SPLIT);
            case 17 -> operate(Operation.Kind.MERGE);
            case 18 -> lateFill();
            default -> rare();
        }
    }

    private void rare() {
        int kind = random.nextInt(payouts ? 0 : 2, 12);
        if (kind == 0 && !unresolved.isEmpty()) {
            Market market = unresolved.remove(random.nextInt(unresolved.size()));
            Resolution resolution = switch (random.nextInt(3)) {
                case 0 -> Resolution.first(market.id(), NOON);
                case 1 -> Resolution.second(market.id(), NOON);
                default -> Resolution.fiftyFifty(market.id(), NOON);
            };
            tell(books -> books.resolve(market, resolution));
            model.resolve(market, resolution);
            resolved.add(resolution);
        } else if (kind == 1 && !resolved.isEmpty()) {
            Resolution again = resolved.get(random.nextInt(resolved.size()));
            Market market = List.of(RAIN, SNOW).stream()
                    .filter(known -> known.id().equals(again.market()))
                    .findFirst()
                    .orElseThrow();
            tell(books -> books.resolve(market, again));
            model.resolve(market, again);
        } else {
            CashKind what = CashKind.values()[random.nextInt(CashKind.values().length)];
            Cash amount = Cash.ofMicros(random.nextLong(-5_000_000, 20_000_000));
            tell(books -> books.move(what, amount));
            model.move(what, amount);
        }
    }

    private void buy() {
        Market market = market();
        OrderRequest request = OrderRequest.buy(outcome(market), lots(4_000), price());
        reserve(random.nextInt(3) == 0 ? request.postOnly() : request, strategy(), market);
    }

    private void spend() {
        Market market = market();
        reserve(OrderRequest.spend(outcome(market), Cash.ofMicros(lots(4_000).micros()), price()), strategy(), market);
    }

    private void sell() {
        Market market = market();
        InstrumentId instrument = outcome(market);
        String strategy = strategy();
        Quantity sellable = ledger.sellable(strategy, instrument).floorToLot();
        if (!sellable.isZero()) {
            long lots = sellable.micros() / Quantity.LOT.micros();
            Quantity part = Quantity.ofMicros(Quantity.LOT.micros() * random.nextLong(1, lots + 1));
            reserve(OrderRequest.sell(instrument, part, price()), strategy, market);
        }
    }

    private void reserve(OrderRequest request, String strategy, Market market) {
        if (model.items(market) < ITEMS) {
            ClientOrderId id = order(++orders);
            tell(books -> books.reserve(id, strategy, request, market));
            model.reserve(id, strategy, request, market);
        }
    }

    private void fillOpenOrder() {
        List<ClientOrderId> open = new ArrayList<>(model.orders.keySet());
        if (!open.isEmpty()) {
            ClientOrderId id = open.get(random.nextInt(open.size()));
            LedgerModel.Open order = model.orders.get(id);
            long left = order.left.movePointRight(6).longValueExact();
            if (left > 0) {
                book(id, order, left);
            }
        }
    }

    /** A fill at the limit or better, of all that is left or a part, in any stage. */
    private void book(ClientOrderId id, LedgerModel.Open order, long left) {
        OrderRequest request = order.request;
        boolean buys = request.side() == Side.BUY;
        long limit = request.limit().micros();
        Price price = Price.ofMicros(buys ? limit - random.nextInt(2) * (limit / 2) : (limit + 990_000) / 2);
        long most = request.size() instanceof OrderSize.Spend ? left * 1_000_000 / price.micros() : left;
        Quantity quantity = Quantity.ofMicros(random.nextBoolean() ? most : 1 + random.nextLong(most));
        boolean maker = request.isPostOnly();
        Cash fee = maker ? Cash.ZERO : order.fees.takerFee(price, quantity, RoundingMode.HALF_UP);
        SettlementStatus status = random.nextInt(4) == 0 ? SettlementStatus.CONFIRMED : SettlementStatus.MATCHED;
        record(
                order.strategy,
                Given.fill(++trades, id.number(), request.instrument(), request.side(), quantity, price, fee, status));
    }

    private void record(String strategy, Fill fill) {
        if (fill.settlement() == SettlementStatus.MATCHED) {
            provisional.add(fill);
        }
        tell(books -> books.book(strategy, fill));
        model.book(strategy, fill);
        if (random.nextInt(3) == 0) {
            tell(books -> books.book(strategy, fill));
            tell(books -> books.book(strategy, at(fill, SettlementStatus.QUEUED)));
        }
    }

    private void settleOne() {
        if (!provisional.isEmpty()) {
            Fill fill = provisional.remove(random.nextInt(provisional.size()));
            Cash fee = random.nextBoolean() ? fill.fee() : fill.fee().plus(Cash.ofMicros(random.nextInt(3) * 10L));
            Fill last = Given.withFee(fill, SettlementStatus.CONFIRMED, fee);
            if (random.nextBoolean()) {
                tell(books -> books.confirm(last));
            } else {
                tell(books -> books.book("nobody", last));
            }
            tell(books -> books.confirm(last));
            model.confirm(last);
        }
    }

    private void reverseOne() {
        if (!provisional.isEmpty()) {
            Fill fill = provisional.remove(random.nextInt(provisional.size()));
            tell(books -> books.reverse(at(fill, SettlementStatus.FAILED)));
            model.reverse(fill);
            tell(books -> books.reverse(at(fill, SettlementStatus.FAILED)));
            tell(books -> books.book("ann", fill));
        }
    }

    private void closeOne() {
        List<ClientOrderId> open = new ArrayList<>(model.orders.keySet());
        if (!open.isEmpty()) {
            ClientOrderId id = open.get(random.nextInt(open.size()));
            tell(books -> books.release(id));
            model.orders.remove(id);
            closed.add(id);
        }
    }

    /** Of an order that is closed or was never ours: it is booked whatever it leads to. */
    private void lateFill() {
        Market market = market();
        if (model.items(market) >= ITEMS) {
            return;
        }
        long number = closed.isEmpty() || random.nextBoolean()
                ? 1_000_000 + trades
                : closed.get(0).number();
        Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
        Fill fill = Given.fill(
                ++trades,
                number,
                outcome(market),
                side,
                Quantity.ofMicros(random.nextLong(1, 5_000_000)),
                price(),
                Cash.ofMicros(random.nextInt(1_000) * 10L),
                random.nextBoolean() ? SettlementStatus.CONFIRMED : SettlementStatus.MATCHED);
        record(strategy(), fill);
    }

    private void operate(Operation.Kind kind) {
        Market market = market();
        String strategy = strategy();
        Quantity sets = lots(2_000);
        Operation operation = new Operation(new OperationId(Given.ACCOUNT, 1, ++operations), kind, market.id(), sets);
        if (unresolved.contains(market) && ledger.operations().reserve(strategy, operation, List.of(market))) {
            script.add(books -> assertThat(books.operations().reserve(strategy, operation, List.of(market)))
                    .isTrue());
            if (random.nextInt(4) == 0) {
                tell(books -> books.operations().fail(operation.id()));
            } else {
                tell(books -> books.operations().complete(operation.id()));
                model.sets(strategy, market, sets, kind == Operation.Kind.SPLIT);
            }
            tell(books -> books.operations().complete(operation.id()));
        }
    }

    private Market market() {
        return random.nextInt(3) == 0 ? SNOW : RAIN;
    }

    private InstrumentId outcome(Market market) {
        return random.nextBoolean()
                ? market.first().instrument()
                : market.second().instrument();
    }

    private String strategy() {
        return STRATEGIES.get(random.nextInt(STRATEGIES.size()));
    }

    private Quantity lots(int most) {
        return Quantity.ofMicros(Quantity.LOT.micros() * random.nextLong(1, most));
    }

    private Price price() {
        return Price.ofMicros(10_000L * random.nextInt(2, 99));
    }
}
