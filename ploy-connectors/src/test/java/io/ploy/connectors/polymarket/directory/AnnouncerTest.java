package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.VenueMarket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
    private static VenueMarket market(int number) {
        return MarketAssembly.state(
                        new MarketId("polymarket", CatalogueEntry.condition(number)),
                        new Listed(CatalogueEntry.market(number).read(), CatalogueServer.NOW),
                        null,
                        null)
                .market()
                .orElseThrow();
    }

    @Test
    void changesOfManyThreadsAreToldOneAtATimeInTheirOrder() throws InterruptedException {
        Announcer announcer = new Announcer();
        List<VenueMarket> made = new ArrayList<>();
        List<VenueMarket> told = Collections.synchronizedList(new ArrayList<>());
        int[] inside = {0};
        announcer.add(market -> {
            assertThat(inside[0]++).isZero();
            told.add(market);
            inside[0]--;
        });
        List<VenueMarket> markets =
                IntStream.range(1, 9).mapToObj(AnnouncerTest::market).toList();
        CountDownLatch begin = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);

        for (VenueMarket market : markets) {
            threads.execute(() -> {
                try {
                    begin.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                for (int i = 0; i < 1_000; i++) {
                    synchronized (made) {
                        made.add(market);
                        announcer.queue(market);
                    }
                    announcer.tell();
                }
            });
        }
        begin.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEqualTo(made);
    }

    @Test
    void changeMadeByAListenerIsToldAfterTheOneItWasToldOf() {
        Announcer announcer = new Announcer();
        VenueMarket first = market(1);
        VenueMarket second = market(2);
        List<VenueMarket> told = new ArrayList<>();
        announcer.add(market -> {
            if (market.equals(first)) {
                announcer.queue(second);
                announcer.tell();
            }
        });
        announcer.add(told::add);

        announcer.queue(first);
        announcer.tell();

        assertThat(told).containsExactly(first, second);
    }
}
