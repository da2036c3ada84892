package io.ploy.testkit.crash;

import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.Settlement;
import java.time.Instant;
import java.util.function.Consumer;

/** A settlement with points before and after each call, and before all that it tells. */
final class CrashingSettlement implements Settlement {
    private final Settlement settlement;
    private final Crash crash;

    CrashingSettlement(Settlement settlement, Crash crash) {
        this.settlement = settlement;
        this.crash = crash;
    }

    @Override
    public void start(Consumer<OperationEvent> listener) {
        settlement.start(event -> {
            crash.pass("operation " + event.status());
            listener.accept(event);
        });
    }

    @Override
    public void execute(Operation operation) {
        crash.pass("execute");
        settlement.execute(operation);
        crash.pass("executed");
    }

    @Override
    public void resume(Operation operation, Instant requestedAt) {
        crash.pass("resume");
        settlement.resume(operation, requestedAt);
        crash.pass("resumed");
    }
}
