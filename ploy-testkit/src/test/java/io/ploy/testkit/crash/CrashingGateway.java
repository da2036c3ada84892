package io.ploy.testkit.crash;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueClock;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.Optional;

/** A gateway with points before and after each call, and before all that it tells. */
final class CrashingGateway implements OrderGateway {
    private final OrderGateway gateway;
    private final Crash crash;

    CrashingGateway(OrderGateway gateway, Crash crash) {
        this.gateway = gateway;
        this.crash = crash;
    }

    @Override
    public void start(GatewayListener listener) {
        crash.pass("connect");
        gateway.start(new Listener(listener));
        crash.pass("connected");
    }

    @Override
    public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
        crash.pass("prepare");
        PreparedOrder prepared = gateway.prepare(draft, doNotSendAfter);
        crash.pass("prepared");
        return prepared;
    }

    @Override
    public void send(PreparedOrder order) {
        crash.pass("send");
        gateway.send(order);
        crash.pass("sent");
    }

    @Override
    public void cancel(VenueOrderId order) {
        crash.pass("cancel");
        gateway.cancel(order);
        crash.pass("cancelled");
    }

    @Override
    public void cancelAll() {
        crash.pass("cancel all");
        gateway.cancelAll();
    }

    @Override
    public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
        crash.pass("look up");
        gateway.lookUp(order, instrument, sentAt);
    }

    @Override
    public void sweep(Instant since) {
        crash.pass("sweep");
        gateway.sweep(since);
    }

    @Override
    public Optional<VenueClock> clock() {
        return gateway.clock();
    }

    @Override
    public void close() {
        gateway.close();
    }

    private final class Listener implements GatewayListener {
        private final GatewayListener listener;

        private Listener(GatewayListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvidence(OrderEvidence evidence) {
            crash.pass("evidence");
            listener.onEvidence(evidence);
            crash.pass("evidence passed on");
        }

        @Override
        public void onFill(FillReport report) {
            crash.pass(report.status() == SettlementStatus.CONFIRMED ? "final fill" : "fill");
            listener.onFill(report);
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            crash.pass("cancel answer");
            listener.onCancelAnswer(answer);
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            crash.pass("looked up");
            listener.onLookedUp(lookUp);
        }

        @Override
        public void onSwept(Sweep sweep) {
            crash.pass("swept");
            listener.onSwept(sweep);
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            crash.pass("stream");
            listener.onStream(connected, at);
        }

        @Override
        public boolean maySend() {
            crash.pass("about to write");
            return listener.maySend();
        }

        @Override
        public boolean isFit() {
            return listener.isFit();
        }
    }
}
