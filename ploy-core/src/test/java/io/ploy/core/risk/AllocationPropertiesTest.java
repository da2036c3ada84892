package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.CapitalPart;
import io.ploy.core.portfolio.Exposures;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a domain under the default plan, whatever is bought, filled, reversed, sold and let go of. */
class AllocationPropertiesTest {
    private static final Cash EQUITY = Cash.ofUsd(1_000);
    private static final AllocationPlan PLAN = AllocationPlan.DEFAULT;

    private final GateRoom room = new GateRoom();
    private final List<Market> markets = new ArrayList<>();
    private final Map<String, CapitalPart> parts = new LinkedHashMap<>();
    private final TreeMap<ClientOrderId, OrderRequest> open = new TreeMap<>();
    private final List<Fill> provisional = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom(0);
    private int fills;

    private void market(Market.Builder builder) {
        Market market = builder.build();
        room.world.put(market);
        markets.add(market);
        PLAN.partsOf("crypto", market).forEach(part -> parts.put(part.name(), part));
    }

    private Market.Builder builder(String name) {
        return room.world.add(name, FeeSchedule.takerRate("0.07")).toBuilder();
    }

    private void window(String symbol, int minutes) {
        String name = symbol + minutes;
        market(builder(name)
                .window(new MarketWindow(
                        room.now, room.now.plus(Duration.ofMinutes(minutes)), symbol, null, Duration.ZERO)));
    }

    private void begin(long seed) {
        random = new SplittableRandom(seed);
        room.with(settings -> settings.withAllocation(PLAN));
        room.world.equity = EQUITY;
        window("BTC/USD", 5);
        window("BTC/USD", 15);
        window("ETH/USD", 5);
        window("SOL/USD", 15);
        window("XRP/USD", 15);
        window("BTC/USD", 60);
        Event event = new Event(
                new EventId("test", "flip"),
                "",
                EventStructure.INDEPENDENT,
                1,
                List.of("bitcoin", "crypto", "ethereum"));
        market(builder("flip").event(event));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noPartEverUsesMoreThanIsAllocatedToItAndTheWindowsUseWhatTheDomainUses(long seed) {
        begin(seed);
        int made = 0;
        for (int event = 0; event < 3_000; event++) {
            made += step() ? 1 : 0;

            Exposures used = room.portfolio.exposures();
            for (CapitalPart part : parts.values()) {
                assertThat(used.capitalOfPart(part.name()))
                        .as(part.name())
                        .isBetween(Cash.ZERO, PLAN.allocationOfPart("crypto", part, EQUITY));
            }
            assertThat(used.capitalOfDomain("crypto"))
                    .isEqualTo(sum("crypto.windows."))
                    .isLessThanOrEqualTo(sum("crypto.tags."))
                    .isLessThanOrEqualTo(PLAN.allocationOfDomain("crypto", EQUITY));
        }
        assertThat(made).as("orders that a part made smaller or refused").isGreaterThan(100);
        letGoOfEverything();
        assertThat(parts.keySet())
                .allSatisfy(part -> assertThat(room.portfolio.exposures().capitalOfPart(part))
                        .isEqualTo(Cash.ZERO));
    }

    private Cash sum(String prefix) {
        return parts.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(room.portfolio.exposures()::capitalOfPart)
                .reduce(Cash.ZERO, Cash::plus);
    }

    /** Whether the plan stopped an order, or a part of one. */
    private boolean step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                return place(OrderRequest.buy(anyInstrument(), anyQuantity(), anyPrice()));
            }
            case 3 -> sell(anyInstrument());
            case 4, 5 -> fill();
            case 6 -> settle();
            default -> close();
        }
        return false;
    }

    private boolean place(OrderRequest request) {
        RiskAudit audit = room.ask(request);
        if (audit.allowed()) {
            open.put(audit.order(), RiskPipeline.granted(audit));
        }
        return audit.verdicts().stream().anyMatch(verdict -> verdict.rule().equals("allocation"));
    }

    private void sell(InstrumentId instrument) {
        Quantity held = room.portfolio.sellable(room.strategy, instrument).floorToLot();
        if (!held.isZero()) {
            place(OrderRequest.sell(instrument, held, anyPrice()));
        }
    }

    private void fill() {
        if (!open.isEmpty()) {
            ClientOrderId id = any();
            OrderRequest request = open.get(id);
            Quantity all = request.sharesAtLimit();
            Quantity part = random.nextBoolean() ? all : all.times(1, 2).floorToLot();
            if (!part.isZero()) {
                fill(id, request, part);
            }
        }
    }

    private void fill(ClientOrderId id, OrderRequest request, Quantity quantity) {
        Fill fill = new Fill(
                new FillId("t" + ++fills, 0, new VenueOrderId("v" + id.number()), LiquidityRole.TAKER),
                id,
                request.instrument(),
                request.side(),
                request.limit(),
                quantity,
                FeeSchedule.takerRate("0.07").takerFee(request.limit(), quantity, RoundingMode.DOWN),
                LiquidityRole.TAKER,
                SettlementStatus.MATCHED,
                false,
                room.now);
        room.portfolio.book(room.strategy, fill);
        provisional.add(fill);
        Quantity left = request.sharesAtLimit().minus(quantity);
        if (left.isZero()) {
            close(id);
        } else {
            open.put(id, request.withQuantity(left));
        }
    }

    private void settle() {
        if (!provisional.isEmpty()) {
            Fill fill = provisional.remove(random.nextInt(provisional.size()));
            // A sale that is taken back brings its shares back, whatever became of the room it had made.
            if (fill.side() == Side.BUY && random.nextInt(4) == 0) {
                room.portfolio.reverse(fill);
            } else {
                room.portfolio.confirm(fill);
            }
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            close(any());
        }
    }

    private void close(ClientOrderId id) {
        open.remove(id);
        room.portfolio.release(id);
    }

    private void letGoOfEverything() {
        Set.copyOf(open.keySet()).forEach(this::close);
        provisional.forEach(room.portfolio::confirm);
        for (Market market : markets) {
            for (InstrumentId instrument :
                    List.of(market.first().instrument(), market.second().instrument())) {
                Quantity held = room.portfolio.sellable(room.strategy, instrument);
                room.portfolio.moveShares(room.strategy, instrument, -held.micros(), Cash.ZERO);
            }
        }
    }

    private ClientOrderId any() {
        return new ArrayList<>(open.keySet()).get(random.nextInt(open.size()));
    }

    private InstrumentId anyInstrument() {
        Market market = markets.get(random.nextInt(markets.size()));
        return random.nextBoolean()
                ? market.first().instrument()
                : market.second().instrument();
    }

    private Quantity anyQuantity() {
        return Quantity.ofMicros(10_000L * random.nextInt(1, 12_000));
    }

    private Price anyPrice() {
        return Price.ofMicros(10_000L * random.nextInt(2, 99));
    }
}
