package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads an account's settled balances: the request takes the order latency, the answer the ack latency. */
final class SimulatedAccountReader implements AccountReader {
    private final Desk desk;
    private final VenueAccount account;

    SimulatedAccountReader(Desk desk, VenueAccount account) {
        this.desk = desk;
        this.account = account;
    }

    @Override
    public CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments) {
        CompletableFuture<AccountSnapshot> answer = new CompletableFuture<>();
        Instant began = desk.now();
        Timeline timeline = desk.timeline();
        timeline.schedule(began.plus(desk.terms().orderLatency()), () -> {
            AccountSnapshot snapshot = account.snapshot(instruments, began);
            timeline.schedule(timeline.now().plus(desk.terms().ackLatency()), () -> answer.complete(snapshot));
        });
        return answer;
    }
}
