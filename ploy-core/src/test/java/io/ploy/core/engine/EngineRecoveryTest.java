package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Position;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine knew can be read back from its journal, and an engine that starts after a crash ends where the venue is. */
class EngineRecoveryTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPrefixOfTheJournalGivesWhatTheEngineKnewThen(long seed) {
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(seed, unreliable(seed), journal, new RandomTrader());
        int orders = 0;
        try (Ploy ploy = room.start()) {
            for (int step = 0; step < 60; step++) {
                room.run(ploy, Duration.ofSeconds(13));
                orders += ploy.openOrders().size();

                Ploy recovered = Ploy.builder(Room.ACCOUNT, room.exchange.gateway(Room.ACCOUNT))
                        .journal(copy(journal))
                        .timeline(new Timeline(room.timeline.now()))
                        .build();

                assertThat(knowledge(recovered)).isEqualTo(knowledge(ploy));
            }
        }
        assertThat(orders).isPositive();
    }

    @Test
    void whatIsReservedForAnOrderOfCashThatIsOnItsWayIsReadBack() {
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(5, unreliable(5), journal, new RandomTrader());
        try (Ploy ploy = room.start()) {
            for (int met = 0; met < 5; met++) {
                do {
                    room.run(ploy, Duration.ofMillis(10));
                } while (ploy.openOrders().stream().noneMatch(EngineRecoveryTest::isOfCash));

                Ploy recovered = Ploy.builder(Room.ACCOUNT, room.exchange.gateway(Room.ACCOUNT))
                        .journal(copy(journal))
                        .timeline(new Timeline(room.timeline.now()))
                        .build();

                assertThat(knowledge(recovered)).isEqualTo(knowledge(ploy));
                room.run(ploy, Duration.ofSeconds(30));
            }
        }
    }

    private static boolean isOfCash(Order order) {
        return order.request().side() == Side.BUY
                && !order.request().timeInForce().rests()
                && order.lifecycle() == OrderLifecycle.SUBMITTED;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anEngineThatStartsAfterACrashEndsWhereTheVenueIs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(seed, unreliable(seed), journal, new RandomTrader());
        Ploy first = room.start();
        room.run(first, Duration.ofMillis(120_000 + random.nextInt(300_000)));
        while (isQuiet(first) || random.nextInt(4) > 0) {
            room.run(first, Duration.ofMillis(10));
        }
        JournalStore left = copy(journal);
        room.die();

        List<Alert> alerts = new CopyOnWriteArrayList<>();
        Ploy second = room.again(left, alerts, new RandomTrader());
        second.start();
        room.run(second, Duration.ofMillis(random.nextInt(200_000)));
        second.stop(Duration.ofMinutes(2));

        assertThat(second.openOrders()).isEmpty();
        assertThat(room.exchange.openOrders(Room.ACCOUNT)).isEmpty();
        assertSameAsVenue(room, second);
        assertThat(alerts)
                .noneMatch(alert -> alert.code().equals("balance.mismatch")
                        || alert.code().equals("reconcile.diverged")
                        || alert.code().equals("order.illegal"));
    }

    /** Nothing is on its way just now. */
    private static boolean isQuiet(Ploy ploy) {
        return ploy.openOrders().stream()
                .noneMatch(order -> order.lifecycle() == OrderLifecycle.SUBMITTED
                        || order.status() == OrderStatus.PENDING_CANCEL
                        || order.lifecycle() == OrderLifecycle.MATCHED);
    }

    @Test
    void noRunDrawsASaltOfAnother() {
        InMemoryJournal journal = new InMemoryJournal();
        List<String> salts = new ArrayList<>();
        for (int run = 0; run < 6; run++) {
            SupervisedRoom room = new SupervisedRoom(journal, null).start();
            for (int order = 0; order < 8; order++) {
                room.venue.cancelled(room.name(room.bid()), Quantity.ZERO);
                room.advance(Duration.ofSeconds(30));
            }
            room.venue.sent.forEach(
                    sent -> salts.add(sent.venueOrderId().value().replaceFirst(".*/", "")));
            journal = copy(room.journal);
        }

        assertThat(salts).hasSize(48).doesNotHaveDuplicates();
    }

    @Test
    void recoveringTwiceGivesTheSame() {
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(5, unreliable(5), journal, new RandomTrader());
        Ploy first = room.start();
        room.run(first, Duration.ofSeconds(301));
        JournalStore left = copy(journal);
        room.die();
        Ploy second = room.again(left, new ArrayList<>(), new RandomTrader());
        second.start();
        InMemoryJournal leftAgain = copy(left);
        room.die();
        Ploy third = room.again(leftAgain, new ArrayList<>(), new RandomTrader());

        third.start();
        room.run(third, Duration.ofMinutes(2));
        third.stop(Duration.ofMinutes(2));

        assertSameAsVenue(room, third);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anOpeningThatWasCutShortIsFinishedAtTheNextStart(int records) {
        InMemoryJournal left = new InMemoryJournal();
        List<JournalRecord> opening = List.of(
                new JournalRecord.SessionStarted("1", "", 1, 1),
                new JournalRecord.CashMoved(Cash.ofUsd(70), CashKind.DEPOSIT, "opening balance"),
                new JournalRecord.SharesMoved(
                        OperationDesk.HOUSE, SupervisedRoom.UP, 4_000_000, Cash.ZERO, "opening holding"));
        opening.subList(0, records).forEach(record -> left.append(record, SupervisedRoom.START));
        Map<InstrumentId, Quantity> held =
                Map.of(SupervisedRoom.UP, Quantity.ofShares(4), SupervisedRoom.DOWN, Quantity.ofShares(3));
        AccountSnapshot account = new AccountSnapshot(Cash.ofUsd(70), held, true, SupervisedRoom.START);
        SupervisedRoom room = new SupervisedRoom(left, instruments -> CompletableFuture.completedFuture(account));

        room.start();

        assertThat(room.ploy.portfolio().balance().settled()).isEqualTo(Cash.ofUsd(70));
        held.forEach((instrument, quantity) ->
                assertThat(room.ploy.position(instrument).confirmed()).isEqualTo(quantity));
        assertThat(room.alertCodes()).isEmpty();
        assertThat(room.ploy.operator().halts()).isEmpty();
        room.ploy.close();
    }

    private static void assertSameAsVenue(Room room, Ploy ploy) {
        AccountSnapshot venue = room.exchange.account(Room.ACCOUNT);
        TreeMap<String, Quantity> holdings = new TreeMap<>();
        venue.holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                holdings.put(instrument.toString(), quantity);
            }
        });
        TreeMap<String, Quantity> books = new TreeMap<>();
        for (Position position : ploy.portfolio().positions()) {
            if (!position.confirmed().isZero()) {
                books.put(position.instrument().toString(), position.confirmed());
            }
        }
        assertThat(books).isEqualTo(holdings);
        assertThat(ploy.portfolio().balance().settled()).isEqualTo(venue.collateral());
        assertThat(ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
    }

    private static InMemoryJournal copy(JournalStore from) {
        InMemoryJournal copy = new InMemoryJournal();
        from.replay((sequence, at, record) -> copy.append(record, at));
        return copy;
    }

    private static String knowledge(Ploy ploy) {
        return ploy.portfolio().balance() + "\n"
                + ploy.exposure() + "\n"
                + ploy.portfolio().positions().stream().map(Position::toString).collect(Collectors.joining("\n"))
                + "\n"
                + ploy.openOrders().stream().map(EngineRecoveryTest::describe).collect(Collectors.joining("\n"));
    }

    private static String describe(Order order) {
        Instant updated = order.updatedAt();
        return order.id() + " " + order.status() + " " + order.lifecycle() + " " + order.matched() + " "
                + order.confirmed() + " " + order.fees() + " " + order.notional() + " " + order.createdAt() + " "
                + updated;
    }

    private static ExchangeSettings unreliable(long seed) {
        return ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(0.1)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
    }
}
