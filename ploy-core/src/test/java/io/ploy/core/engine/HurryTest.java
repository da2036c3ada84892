package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ploy.api.PloyException;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.Sweep;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.StopPolicy;
import io.ploy.core.StopReport;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord.Reconciled.Verdict;
import io.ploy.core.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentCaptor;

/** A stop on real time that somebody cuts short. */
@Timeout(30)
class HurryTest {
    private static final Duration ENDLESS = Duration.ofMinutes(10);
    private static final StopPolicy PATIENT =
            new StopPolicy(StopPolicy.Orders.CANCEL, StopPolicy.Positions.KEEP, ENDLESS, ENDLESS, ENDLESS, ENDLESS);

    private final OrderGateway venue = mock(OrderGateway.class);
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    @Test
    void aVenueThatIsNotReadIsWaitedForNoLonger() {
        Ploy ploy = builder().build();
        ploy.start();
        GatewayListener engine = engine();
        verify(venue, timeout(10_000)).sweep(any());
        assertThat(ploy.operator().holds())
                .singleElement()
                .satisfies(hold -> assertThat(hold.cause()).isEqualTo("starting"));
        assertThat(ploy.operator().lastComparison()).isEmpty();
        answerSweep(engine);
        await().until(() -> ploy.operator().holds().isEmpty());
        assertThat(ploy.operator().lastComparison())
                .hasValueSatisfying(report -> assertThat(report.verdict()).isEqualTo(Verdict.CLEAN));

        CompletableFuture<StopReport> report = CompletableFuture.supplyAsync(() -> ploy.stop(PATIENT));
        verify(venue, timeout(10_000).times(2)).sweep(any());
        ploy.hurry(Duration.ofMillis(100));

        assertThat(report.join().venueRead()).isFalse();
        assertThat(report.join().isSettled()).isFalse();
    }

    @Test
    void aStrategyThatHangsIsWaitedForNoLongerAndTheVenueIsAskedToCancel() throws InterruptedException {
        StrategyFactory hanging = mock(StrategyFactory.class);
        when(hanging.name()).thenReturn("hanging");
        when(hanging.create(any())).thenReturn(new Hanging());
        Ploy ploy = builder().strategy(hanging, Map.of()).build();
        ploy.start();
        answerSweep(engine());
        await().until(() -> ploy.operator().holds().isEmpty());

        CompletableFuture<StopReport> report = CompletableFuture.supplyAsync(() -> ploy.stop(PATIENT));
        ending.await();
        ploy.hurry(Duration.ofMillis(100));

        verify(venue, timeout(10_000)).cancelAll();
        released.countDown();
        assertThatThrownBy(report::join)
                .hasCauseInstanceOf(PloyException.class)
                .hasMessageContaining("asked to cancel every order");
        assertThatThrownBy(() -> ploy.stop(PATIENT)).isInstanceOf(IllegalStateException.class);
        ploy.close();
    }

    private Ploy.Builder builder() {
        return Ploy.builder(new AccountId("test"), venue)
                .openingCash(Cash.ofUsd(1_000))
                .journal(new InMemoryJournal());
    }

    private void answerSweep(GatewayListener engine) {
        ArgumentCaptor<Instant> since = ArgumentCaptor.forClass(Instant.class);
        verify(venue, timeout(10_000)).sweep(since.capture());
        Instant now = SystemClock.utc().instant();
        engine.onSwept(new Sweep(since.getValue(), Set.of(), true, now, now, ""));
    }

    private GatewayListener engine() {
        ArgumentCaptor<GatewayListener> listener = ArgumentCaptor.forClass(GatewayListener.class);
        verify(venue, timeout(10_000)).start(listener.capture());
        return listener.getValue();
    }

    private final class Hanging implements Strategy {
        @Override
        public void onBook(OrderBook book) {}

        @Override
        public void onStop() {
            ending.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
