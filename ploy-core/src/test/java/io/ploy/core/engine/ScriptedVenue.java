package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClockReading;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueClock;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.sim.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A venue whose every answer a test decides. It answers look-ups and sweeps a tenth of a second later, by what it shows then. */
final class ScriptedVenue implements OrderGateway {
    final List<PreparedOrder> sent = new ArrayList<>();
    final List<VenueOrderId> cancels = new ArrayList<>();
    final List<Instant> cancelAlls = new ArrayList<>();
    final List<VenueOrderId> lookUps = new ArrayList<>();
    final List<Instant> sweeps = new ArrayList<>();
    final Set<VenueOrderId> open = new LinkedHashSet<>();
    boolean readable = true;
    /** By how much the clock that lists are dated with is behind ours. */
    Duration behind = Duration.ZERO;

    /** What was read of the venue's clock last: by default that ours is right, just now. */
    Supplier<Optional<ClockReading>> clock = () -> Optional.of(read(Duration.ZERO));

    private final Timeline timeline;
    private GatewayListener listener;

    ScriptedVenue(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void start(GatewayListener receiver) {
        listener = receiver;
        receiver.onStream(true, timeline.now());
    }

    @Override
    public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
        String name = draft.id() + "/" + draft.attempt() + "/" + draft.salt();
        return new PreparedOrder(
                draft.id(), new VenueOrderId(name), doNotSendAfter, name.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void send(PreparedOrder order) {
        sent.add(order);
    }

    @Override
    public void cancel(VenueOrderId order) {
        cancels.add(order);
    }

    @Override
    public void cancelAll() {
        cancelAlls.add(timeline.now());
    }

    @Override
    public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
        lookUps.add(order);
        Instant began = timeline.now();
        later(() -> {
            boolean there = open.contains(order);
            if (there && readable) {
                evidence(order, OrderEvidence.Kind.OPEN);
            }
            LookUp.Result result =
                    !readable ? LookUp.Result.INCOMPLETE : there ? LookUp.Result.FOUND : LookUp.Result.MISSING;
            listener.onLookedUp(new LookUp(order, result, began, timeline.now(), ""));
        });
    }

    @Override
    public void sweep(Instant since) {
        Instant began = timeline.now().minus(behind);
        sweeps.add(began);
        later(() -> {
            if (readable) {
                open.forEach(order -> evidence(order, OrderEvidence.Kind.OPEN));
            }
            listener.onSwept(new Sweep(
                    since, readable ? open : Set.of(), readable, began, timeline.now(), readable ? "" : "unreadable"));
        });
    }

    private void later(Runnable task) {
        timeline.schedule(timeline.now().plus(Duration.ofMillis(100)), task);
    }

    void evidence(VenueOrderId order, OrderEvidence.Kind kind) {
        listener.onEvidence(OrderEvidence.of(order, kind, kind.name(), timeline.now()));
    }

    void cancelled(VenueOrderId order, Quantity matched) {
        listener.onEvidence(new OrderEvidence(order, OrderEvidence.Kind.CANCELLED, matched, "", timeline.now()));
    }

    void fill(VenueOrderId order, InstrumentId instrument, String trade, long shares, SettlementStatus status) {
        fill(order, instrument, trade, Side.BUY, Quantity.ofShares(shares), status);
    }

    void fill(VenueOrderId order, InstrumentId instrument, String trade, Quantity quantity) {
        fill(order, instrument, trade, Side.BUY, quantity, SettlementStatus.CONFIRMED);
    }

    void sold(VenueOrderId order, InstrumentId instrument, String trade, long shares) {
        sold(order, instrument, trade, shares, SettlementStatus.CONFIRMED);
    }

    void sold(VenueOrderId order, InstrumentId instrument, String trade, long shares, SettlementStatus status) {
        fill(order, instrument, trade, Side.SELL, Quantity.ofShares(shares), status);
    }

    private void fill(
            VenueOrderId order,
            InstrumentId instrument,
            String trade,
            Side side,
            Quantity quantity,
            SettlementStatus status) {
        listener.onFill(new FillReport(
                new FillId(trade, 0, order, LiquidityRole.TAKER),
                instrument,
                side,
                Price.parse(side == Side.BUY ? "0.40" : "0.38"),
                quantity,
                null,
                status,
                timeline.now(),
                timeline.now()));
    }

    void answerCancel(VenueOrderId order, CancelAnswer.Outcome outcome) {
        listener.onCancelAnswer(new CancelAnswer(order, outcome, "", timeline.now()));
    }

    /** A reading of the clock, just now. */
    ClockReading read(Duration ahead) {
        return new ClockReading(ahead, Duration.ZERO, timeline.now());
    }

    @Override
    public Optional<VenueClock> clock() {
        return Optional.of(() -> clock.get());
    }

    boolean maySend() {
        return listener.maySend();
    }

    boolean isFit() {
        return listener.isFit();
    }

    void stream(boolean connected) {
        listener.onStream(connected, timeline.now());
    }

    @Override
    public void close() {}
}
