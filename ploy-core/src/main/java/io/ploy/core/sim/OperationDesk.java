package io.ploy.core.sim;

import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Carries out an account's operations, each once, however often it is asked for. */
final class OperationDesk implements Settlement {
    private final Desk desk;
    private final AccountId account;
    private final List<Consumer<OperationEvent>> listeners = new ArrayList<>();
    private final Map<OperationId, OperationEvent> last = new HashMap<>();

    OperationDesk(Desk desk, AccountId account) {
        this.desk = desk;
        this.account = account;
    }

    @Override
    public void start(Consumer<OperationEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void execute(Operation operation) {
        OperationEvent known = last.get(operation.id());
        if (known != null) {
            say(operation, known.status(), known.detail());
            return;
        }
        note(operation, Operation.Status.REQUESTED, "");
        after(desk.terms().orderLatency(), () -> arrive(operation));
    }

    @Override
    public void resume(Operation operation, Instant requestedAt) {
        OperationEvent known = last.get(operation.id());
        if (known == null) {
            say(operation, Operation.Status.FAILED, "the venue never saw it");
        } else {
            say(operation, known.status(), known.detail());
        }
    }

    private void arrive(Operation operation) {
        Change change = change(operation);
        String problem = change.hold();
        if (problem != null) {
            move(operation, Operation.Status.FAILED, problem);
            return;
        }
        move(operation, Operation.Status.SUBMITTED, "");
        after(desk.terms().operationAfter(), () -> {
            change.finish();
            move(operation, Operation.Status.CONFIRMED, "");
        });
    }

    private Change change(Operation operation) {
        VenueAccount owner = desk.register().account(account);
        long micros = operation.quantity().micros();
        Conversion conversion = operation.conversion();
        return conversion == null
                ? new SetChange(desk, owner, operation.kind(), operation.market(), micros)
                : new ShareConversion(desk, owner, conversion, micros);
    }

    private void move(Operation operation, Operation.Status status, String detail) {
        note(operation, status, detail);
        say(operation, status, detail);
    }

    private void note(Operation operation, Operation.Status status, String detail) {
        last.put(operation.id(), new OperationEvent(operation, status, detail, desk.now()));
    }

    private void say(Operation operation, Operation.Status status, String detail) {
        after(desk.terms().ackLatency(), () -> {
            OperationEvent event = new OperationEvent(operation, status, detail, desk.now());
            List.copyOf(listeners).forEach(listener -> listener.accept(event));
        });
    }

    private void after(Duration wait, Runnable task) {
        desk.timeline().schedule(desk.now().plus(wait), task);
    }
}
