package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.Sweep;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a listener throws: its mistake must not end reading, or keep it from the next thing it is to be told. */
final class GuardedListener implements GatewayListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final GatewayListener real;

    GuardedListener(GatewayListener real) {
        this.real = real;
    }

    @Override
    public void onEvidence(OrderEvidence evidence) {
        guarded(() -> real.onEvidence(evidence));
    }

    @Override
    public void onFill(FillReport report) {
        guarded(() -> real.onFill(report));
    }

    @Override
    public void onCancelAnswer(CancelAnswer answer) {
        guarded(() -> real.onCancelAnswer(answer));
    }

    @Override
    public void onLookedUp(LookUp lookUp) {
        guarded(() -> real.onLookedUp(lookUp));
    }

    @Override
    public void onSwept(Sweep sweep) {
        guarded(() -> real.onSwept(sweep));
    }

    @Override
    public void onStream(boolean connected, Instant at) {
        guarded(() -> real.onStream(connected, at));
    }

    @Override
    public boolean maySend() {
        return real.maySend();
    }

    @Override
    public boolean isFit() {
        return real.isFit();
    }

    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("a listener of the gateway failed and misses what it was told", e);
        }
    }
}
