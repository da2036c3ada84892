package io.ploy.core.performance;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.order.Fill;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.portfolio.CashKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A seeded stream of everything that moves performance: fills and what becomes of them, books, trust, payouts, time. */
final class RandomSession {
    static final List<String> STRATEGIES = List.of("ann", "bob", "sue");

    final Desk desk = new Desk();
    final List<Market> unresolved = new ArrayList<>();
    private long trades;
    int baselines;
    int forgiven;
    private final SplittableRandom random;
    private final Map<Fill, String> provisional = new HashMap<>();
    private final List<Fill> order = new ArrayList<>();
    private final List<InstrumentId> instruments = new ArrayList<>();

    RandomSession(long seed) {
        random = new SplittableRandom(seed);
        desk.at("2026-11-03T18:00:00Z");
        unresolved.add(desk.market("rain"));
        unresolved.addAll(desk.event("race", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, "a", "b", "c"));
        unresolved.addAll(desk.event("cup", EventStructure.EXCLUSIVE, "x", "y"));
        Market fees = unresolved.get(0).toBuilder()
                .rules(TradingRules.builder(TickSize.CENT)
                        .fees(FeeSchedule.takerRate("0.07"))
                        .build())
                .build();
        unresolved.set(0, fees);
        desk.known(fees);
        for (Market market : unresolved) {
            instruments.add(Desk.yes(market));
            instruments.add(Desk.no(market));
        }
        desk.ledger.deposit(Cash.ofUsd(100_000));
        desk.performance.begin(desk.now);
    }

    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> fill(Side.BUY);
            case 4, 5 -> fill(Side.SELL);
            case 6, 7 -> settle();
            case 8, 9, 10, 11, 12, 13, 14 -> book();
            case 15 -> desk.distrust(instrument());
            case 16, 17 -> desk.pass(Duration.ofMillis(random.nextLong(90_000)));
            default -> rare();
        }
    }

    private void rare() {
        switch (random.nextInt(8)) {
            case 0 -> {
                CashKind[] kinds = CashKind.values();
                desk.move(
                        kinds[random.nextInt(kinds.length)],
                        FixedPoint.format(random.nextLong(-5_000_000, 20_000_000)));
            }
            case 1 -> desk.pass(Duration.ofHours(random.nextLong(30)));
            case 2 -> {
                if (!unresolved.isEmpty()) {
                    Market market = unresolved.remove(random.nextInt(unresolved.size()));
                    if (random.nextBoolean()) {
                        desk.resolve(market, random.nextBoolean());
                    } else {
                        desk.ledger.expectPayout(market, Resolution.fiftyFifty(market.id(), desk.now));
                        desk.performance.resolved(market, desk.now);
                    }
                }
            }
            case 3 -> {
                desk.performance.resetBaseline(PerformanceScope.ACCOUNT, "pat", "why not", desk.now);
                baselines++;
            }
            case 4 -> {
                desk.performance.resetStreak("ann", "pat", "why not", desk.now);
                forgiven++;
            }
            default -> desk.performance.advance(desk.now);
        }
    }

    private void fill(Side side) {
        InstrumentId instrument = instrument();
        String strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
        long shares = random.nextLong(1, 50_000_000);
        if (side == Side.SELL) {
            shares = Math.min(shares, desk.ledger.sellable(strategy, instrument).micros());
        }
        if (shares > 0) {
            boolean confirmed = random.nextBoolean();
            Fill fill = desk.fill(
                    ++trades,
                    instrument,
                    side,
                    FixedPoint.format(shares),
                    FixedPoint.format(10_000L * random.nextInt(2, 99)),
                    FixedPoint.format(random.nextInt(1_000) * 10L),
                    confirmed ? SettlementStatus.CONFIRMED : SettlementStatus.MATCHED);
            if (!confirmed) {
                provisional.put(fill, strategy);
                order.add(fill);
            }
            desk.book(strategy, fill);
        }
    }

    private void settle() {
        if (!order.isEmpty()) {
            Fill fill = order.remove(random.nextInt(order.size()));
            String strategy = provisional.remove(fill);
            if (random.nextInt(3) == 0) {
                desk.reverse(strategy, fill);
            } else {
                desk.ledger.confirm(fill);
                desk.performance.moved(strategy, fill.instrument(), desk.now);
            }
        }
    }

    private void book() {
        InstrumentId instrument = instrument();
        long bid = 10_000L * random.nextInt(2, 98);
        String size = random.nextInt(8) == 0 ? "0" : FixedPoint.format(random.nextLong(1, 80_000_000));
        desk.quote(instrument, FixedPoint.format(bid), size, null);
        desk.books.get(instrument).set(BookSide.BIDS, bid / 20_000 * 10_000, random.nextLong(80_000_000), 1);
        desk.performance.bookChanged(instrument, desk.now);
    }

    void trustAll() {
        instruments.forEach(instrument -> desk.bid(instrument, "0.40", "30"));
    }

    private InstrumentId instrument() {
        return instruments.get(random.nextInt(instruments.size()));
    }
}
