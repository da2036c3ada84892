package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.Cancellation;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.RefusalReason;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.clob.UserEvent;
import io.ploy.connectors.polymarket.clob.UserFrames;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final TimeSource time;
    private final Workers workers;

    private final SentOrders sent = new SentOrders();
    private final OrderSender sender;
    private final LookUps lookUps;
    private final SettlementFollower follower;
    private final CatchUp catchUp;
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
        time = means.time();
        workers = means.workers();
        Found found = new Found();
        heartbeat = new HeartbeatSwitch(client::heartbeat, time, workers.reads, this::heartbeatMoved);
        sender = new OrderSender(client, means.modes(), sent, time, new Sent());
        lookUps = new LookUps(client, markets, found);
        follower = new SettlementFollower(
                trade -> client.trades(TradeFilter.ofId(trade)), time, workers.reads, this::tellLegs, alerts);
        catchUp = new CatchUp(client, time, workers.reads, found);
    }

    @Override
    public void start(GatewayListener receiver) {
        if (listener != null) {
            throw new IllegalStateException("gateway of " + id + " already started");
        }
        listener = receiver;
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
        return maker.make(draft, new VenueMarket(draft.market(), known.negRisk(), known.version()), doNotSendAfter);
    }

    @Override
    public void send(PreparedOrder order) {
        if (closed || !Workers.run(workers.orders, () -> sender.send(order))) {
            evidence(OrderFacts.evidence(
                    order.venueOrderId(), Kind.NOT_SENT, null, "the gateway is closed", time.now()));
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
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onCancelAnswer(new CancelAnswer(order, outcome, text, time.now()));
        }
    }

    @Override
    public void lookUp(VenueOrderId order) {
        Workers.run(workers.reads, () -> lookUpNow(order));
    }

    private void lookUpNow(VenueOrderId order) {
        SentOrders.Sent known = sent.get(order);
        lookUps.round(
                order,
                known == null ? null : new InstrumentId(venue, known.order().token()),
                known == null ? null : known.at(),
                time.now());
    }

    private void evidence(OrderEvidence evidence) {
        GatewayListener receiver = listener;
        if (receiver != null) {
            receiver.onEvidence(evidence);
        }
    }

    private void tellLegs(Trade trade) {
        GatewayListener receiver = listener;
        if (receiver == null) {
            return;
        }
        for (FillReport leg : legs.of(trade, credentials.get().key(), time.now())) {
            receiver.onFill(leg);
        }
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
                catchUp.begin();
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
            catchUp.begin();
        }

        @Override
        public void lost(String reason) {
            alerts.warn(
                    "stream.gap",
                    id.name(),
                    "The user channel of account " + id + " was lost: " + reason
                            + ". It is connected again, and what it missed is read.");
        }

        @Override
        public void refused(String reason) {
            alerts.critical(
                    "account.setup",
                    id.name(),
                    "The venue does not accept the credentials of account " + id + " on the user channel: " + reason
                            + ". Check key, secret and passphrase, or leave them out to have them derived.");
        }

        @Override
        public void frame(String text) {
            catchUp.heard();
            int dropped = frames.read(
                    text,
                    event -> event.match(new UserEvent.Cases<Done>() {
                        @Override
                        public Done order(UserEvent.OrderUpdate update) {
                            evidence(OrderFacts.of(update, time.now()));
                            return Done.DONE;
                        }

                        @Override
                        public Done trade(UserEvent.TradeUpdate update) {
                            tellLegs(update.trade());
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
                catchUp.begin();
            }
        }
    }

    /** What the answers to sends say. */
    private final class Sent implements OrderSender.Results {
        @Override
        public void accept(OrderEvidence evidence) {
            evidence(evidence);
        }

        @Override
        public void traded(String tradeId) {
            follower.named(tradeId);
        }

        @Override
        public void unsettled(PreparedOrder order) {
            for (Duration after : UNSETTLED_LOOKS) {
                time.after(after, () -> lookUp(order.venueOrderId()));
            }
        }

        @Override
        public void refused(Placement.Refused refusal) {
            String subject = id.name();
            RefusalReason reason = refusal.reason();
            switch (reason) {
                case GEOBLOCKED ->
                    alerts.critical(
                            "account.geoblocked",
                            subject,
                            "The venue does not serve the place the orders of account " + id
                                    + " come from. Nothing is done about that; run Ploy where trading is allowed.");
                case BANNED, CLOSED_ONLY, OWNER_MISMATCH, SIGNER_MISMATCH, UNAUTHORIZED, INVALID_SIGNATURE ->
                    alerts.critical(
                            "account.setup",
                            subject,
                            "The venue refuses orders of account " + id + " (" + reason + "): " + refusal.text()
                                    + ". Check the account's kind, funder, key and credentials.");
                case NOT_ENOUGH_BALANCE ->
                    alerts.warn(
                            "balance.refusal",
                            subject,
                            "The venue refused an order of account " + id + ": " + refusal.text()
                                    + ". Check balance and approvals; fills that are not final cannot be used yet.");
                case RATE_LIMITED ->
                    alerts.warn(
                            "limit.throttled",
                            subject,
                            "The venue takes no more orders of account " + id + " for now: " + refusal.text());
                default -> LOG.info("order {} refused: {} {}", refusal.order(), reason, refusal.text());
            }
        }
    }
}
