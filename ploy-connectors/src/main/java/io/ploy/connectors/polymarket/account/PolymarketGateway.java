package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueClock;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.Cancellation;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.clob.UserEvent;
import io.ploy.connectors.polymarket.clob.UserFrames;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where an account's orders go, and where what becomes of them comes from: answers, the user channel, and what is read
 * because neither said it.
 *
 * <p><b>Threading.</b> As {@link OrderGateway} says. Requests wait on the account's own threads.
 */
final class PolymarketGateway implements OrderGateway {
    private static final Logger LOG = LoggerFactory.getLogger(PolymarketGateway.class);
    private static final String CLOSED = "the gateway is closed";
    private static final List<Duration> UNSETTLED_LOOKS =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private final AccountId id;
    private final String venue;
    private final OrderMaker maker;
    private final VenueMarkets markets;
    private final ClobAccountClient client;
    private final Credentials credentials;
    private final TradeLegs legs;
    private final UserChannel channel;
    private final UserFrames frames;
    private final HeartbeatSwitch heartbeat;
    private final boolean heartbeating;
    private final AccountAlerts alerts;
    private final @Nullable VenueClock clock;
    private final TimeSource time;
    private final Workers workers;

    private final OrderSender sender;
    private final RefusalAlerts refusals;
    private final Calm calm;
    private final Shown shown;
    private final LookUps lookUps;
    private final Sweeps sweeps;
    private final AskedReads asked;
    private final CancelAll cancelAll;
    private final SettlementFollower follower;
    private volatile @Nullable GatewayListener listener;
    private volatile boolean closed;

    PolymarketGateway(GatewayMeans means) {
        id = means.id();
        venue = means.venue();
        maker = means.maker();
        markets = means.markets();
        client = means.client();
        credentials = means.credentials();
        legs = means.legs();
        channel = means.channel();
        frames = means.frames();
        heartbeating = means.heartbeats();
        alerts = means.alerts();
        clock = means.clock();
        time = means.time();
        workers = means.workers();
        Found found = new Found();
        heartbeat = new HeartbeatSwitch(client::heartbeat, this::isFit, time, workers.reads, this::heartbeatMoved);
        sender = new OrderSender(client, means.modes(), time, new Sent());
        refusals = new RefusalAlerts(id, alerts);
        calm = new Calm(means.modes(), time);
        shown = new Shown(time);
        lookUps = new LookUps(client, markets, calm, shown, time, found);
        sweeps = new Sweeps(client, calm, shown, time, workers.reads, found, this::swept);
        asked = new AskedReads(workers.reads);
        cancelAll = new CancelAll(client, time, workers.cancels, this::cancelled, this::notAllCancelled);
        follower = new SettlementFollower(
                trade -> client.trades(TradeFilter.ofId(trade)), time, workers.reads, this::tellLegs, alerts);
    }

    @Override
    public void start(GatewayListener receiver) {
        if (listener != null) {
            throw new IllegalStateException("gateway of " + id + " already started");
        }
        listener = new GuardedListener(receiver);
        channel.start(new Channel());
        if (heartbeating) {
            heartbeat.start();
        }
    }

    HeartbeatState heartbeatState() {
        return heartbeat.state();
    }

    @Override
    public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
        if (!draft.id().account().equals(id)) {
            throw new IllegalArgumentException(draft.id() + " is no order of " + id);
        }
        HeartbeatState state = heartbeat.state();
        if (!state.allowsOrders()) {
            throw new OrderRefusedException("heartbeat of account " + id + " is " + state
                    + ", allowed OK: the venue may cancel every order, so nothing new is sent");
        }
        VenueMarket known = markets.known(draft.market().id())
                .orElseThrow(
                        () -> new OrderRefusedException(
                                "market " + draft.market().id()
                                        + " was never read, so the exchange it trades on is not known; look it up in the directory first"));
        // The rules are those of the plan; whether they still hold is asked by the engine before it sends.
        return maker.make(draft, known.with(draft.market()), doNotSendAfter);
    }

    @Override
    public void send(PreparedOrder order) {
        if (closed || !Workers.run(workers.orders, () -> sender.send(order))) {
            evidence(OrderFacts.evidence(order.venueOrderId(), Kind.NOT_SENT, null, CLOSED, time.now()));
        }
    }

    @Override
    public void cancel(VenueOrderId order) {
        Workers.run(workers.cancels, () -> cancelNow(order));
    }

    private void cancelNow(VenueOrderId order) {
        CancelAnswer.Outcome outcome = CancelAnswer.Outcome.IN_DOUBT;
        String text = "";
        try {
            Cancellation end = client.cancel(order);
            outcome = end.outcome();
            text = end.text();
        } catch (RuntimeException e) {
            // Against its contract. An order must not stay without an answer for that.
            LOG.error("cancelling {} failed", order, e);
            text = String.valueOf(e);
        }
        cancelled(new Cancellation(order, outcome, text, null));
    }

    private void cancelled(Cancellation end) {
        if (end.outcome() == CancelAnswer.Outcome.ACCEPTED) {
            shown.ended(end.order());
        }
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onCancelAnswer(new CancelAnswer(end.order(), end.outcome(), end.text(), time.now()));
        }
    }

    @Override
    public void cancelAll() {
        cancelAll.begin();
    }

    private void notAllCancelled(String why) {
        alerts.critical(
                "cancel.incomplete",
                id.name(),
                "The venue did not cancel all orders of account " + id + ": " + why
                        + ". Some may be open. Cancel them on the venue's site if this goes on.");
    }

    @Override
    public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
        Instant askedAt = time.now();
        asked.ask(
                () -> lookUps.look(order, instrument, sentAt),
                () -> new LookUp(order, LookUp.Result.INCOMPLETE, askedAt, time.now(), CLOSED),
                this::lookedUp);
    }

    private void lookedUp(LookUp lookUp) {
        LOG.debug("order {} was looked up: {} {}", lookUp.order(), lookUp.result(), lookUp.detail());
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onLookedUp(lookUp);
        }
    }

    @Override
    public void sweep(Instant since) {
        Instant askedAt = time.now();
        asked.ask(
                () -> sweeps.sweep(since),
                () -> new Sweep(since, Set.of(), false, askedAt, time.now(), CLOSED),
                this::swept);
    }

    @Override
    public Optional<VenueClock> clock() {
        return Optional.ofNullable(clock);
    }

    private void swept(Sweep sweep) {
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onSwept(sweep);
        }
    }

    private void evidence(OrderEvidence evidence) {
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onEvidence(evidence);
        }
    }

    /** Answers whether any leg is the account's. */
    private boolean tellLegs(Trade trade) {
        List<FillReport> own = legs.of(trade, credentials::isOwn, time.now());
        GatewayListener receiver = listener;
        if (receiver != null) {
            own.forEach(receiver::onFill);
        }
        return !own.isEmpty();
    }

    private boolean isFit() {
        GatewayListener receiver = listener;
        return receiver != null && receiver.isFit();
    }

    private void heartbeatMoved(HeartbeatState state) {
        switch (state) {
            case LATE ->
                alerts.warn(
                        "heartbeat.late",
                        id.name(),
                        "No heartbeat of account " + id + " was acknowledged for "
                                + HeartbeatSwitch.LATE_AFTER.toMillis()
                                + " ms. New orders are refused until one is. Look at the connection.");
            case BROKEN -> {
                alerts.critical(
                        "heartbeat.broken",
                        id.name(),
                        "The venue's heartbeat deadline passed for account " + id
                                + "; it may have cancelled every order. Open orders are read anew.");
                sweeps.begin();
            }
            case FOREIGN_WRITER ->
                alerts.critical(
                        "heartbeat.foreign-writer",
                        id.name(),
                        "Another process sends heartbeats with the credentials of account " + id
                                + ". Nothing new is sent. Stop the other process, then open the account anew.");
            default -> LOG.info("heartbeat of account {} is {}", id, state);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        heartbeat.stop();
        channel.close();
        follower.close();
        workers.close();
        asked.close();
    }

    /** What look-ups and lists show. */
    private final class Found implements LookUps.Evidence {
        @Override
        public void found(OpenOrder order) {
            evidence(OrderFacts.found(order, time.now()));
        }

        @Override
        public void found(Trade trade) {
            tellLegs(trade);
            follower.saw(trade);
        }
    }

    /** What the user channel says. */
    private final class Channel implements UserChannel.Listener {
        @Override
        public void connected() {
            if (calm.connected()) {
                shown.gap();
                tellStream(true);
            }
            sweeps.begin();
        }

        @Override
        public void lost(String reason) {
            gone();
            alerts.warn(
                    "stream.gap",
                    id.name(),
                    "The user channel of account " + id + " was lost: " + reason
                            + ". It is connected again, and what it missed is read.");
        }

        @Override
        public void refused(String reason) {
            gone();
            alerts.critical(
                    "account.setup",
                    id.name(),
                    "The venue does not accept the credentials of account " + id + " on the user channel: " + reason
                            + ". Check key, secret and passphrase, or leave them out to have them derived.");
        }

        private void gone() {
            if (calm.lost()) {
                shown.gap();
                tellStream(false);
            }
        }

        private void tellStream(boolean there) {
            GatewayListener receiver = listener;
            if (receiver != null) {
                receiver.onStream(there, time.now());
            }
        }

        @Override
        public void frame(String text) {
            sweeps.heard();
            int dropped = frames.read(
                    text,
                    event -> event.match(new UserEvent.Cases<Done>() {
                        @Override
                        public Done order(UserEvent.OrderUpdate update) {
                            OrderEvidence said = OrderFacts.of(update, time.now());
                            if (credentials.isOwn(update.order().owner())) {
                                shown.order(said);
                            }
                            evidence(said);
                            return Done.DONE;
                        }

                        @Override
                        public Done trade(UserEvent.TradeUpdate update) {
                            if (tellLegs(update.trade())) {
                                shown.trade(update.trade());
                            }
                            follower.saw(update.trade());
                            return Done.DONE;
                        }
                    }));
            if (dropped > 0) {
                alerts.warn(
                        "protocol.drift",
                        id.name(),
                        dropped + " entries of the user channel of account " + id
                                + " could not be read. Open orders and trades are read anew; look for a new version of Ploy.");
                sweeps.begin();
            }
        }
    }

    /** What the answers to sends say. */
    private final class Sent implements OrderSender.Results {
        @Override
        public void accept(OrderEvidence evidence) {
            shown.order(evidence);
            evidence(evidence);
        }

        @Override
        public boolean maySend() {
            GatewayListener receiver = listener;
            return receiver != null && receiver.maySend();
        }

        @Override
        public void traded(String tradeId) {
            follower.named(tradeId);
        }

        @Override
        public void unsettled(PreparedOrder order, SentOrder known) {
            VenueOrderId name = order.venueOrderId();
            InstrumentId instrument = new InstrumentId(venue, known.token());
            Instant sentAt = time.now();
            for (Duration after : UNSETTLED_LOOKS) {
                time.after(after, () -> {
                    // Nobody asked, so what is found is told, but not what the look-up comes to.
                    Workers.run(workers.reads, () -> lookUps.look(name, instrument, sentAt));
                });
            }
        }

        @Override
        public void refused(Placement.Refused refusal) {
            refusals.say(refusal);
        }
    }
}
