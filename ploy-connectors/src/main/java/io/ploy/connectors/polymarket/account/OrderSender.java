package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.RefusalReason;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an order once and says what is known of it. Never twice, whatever happened; whatever is not certain is doubt.
 *
 * <p><b>Threading.</b> Thread-safe. Waits for the network.
 */
final class OrderSender {
    private static final Logger LOG = LoggerFactory.getLogger(OrderSender.class);

    private final ClobAccountClient client;
    private final VenueModes modes;
    private final TimeSource time;
    private final Results results;

    /** Where results go. */
    interface Results extends Consumer<OrderEvidence> {
        /** Whether an order may still leave: asked right before it does. */
        boolean maySend();

        /** An answer named a trade. */
        void traded(String tradeId);

        /** The answer leaves open what becomes of the order within moments. */
        void unsettled(PreparedOrder order, SentOrder known);

        /** The venue refused it; what that says of the account is for a person. */
        void refused(Placement.Refused refusal);
    }

    OrderSender(ClobAccountClient client, VenueModes modes, TimeSource time, Results results) {
        this.client = client;
        this.modes = modes;
        this.time = time;
        this.results = results;
    }

    void send(PreparedOrder order) {
        String reason = reasonNotToSend(order);
        if (reason != null) {
            notSent(order, reason);
            return;
        }
        SentOrder known;
        try {
            known = SentOrder.of(order);
        } catch (IllegalArgumentException e) {
            notSent(order, String.valueOf(e.getMessage()));
            return;
        }
        if (!modes.admits(known.postOnly())) {
            notSent(order, "the venue is in mode " + modes.mode() + ", which does not take it");
            return;
        }
        Placement placement;
        try {
            placement = client.placeOrder(order, results::maySend);
        } catch (RuntimeException e) {
            // Against its contract. Whether a byte left is not known.
            LOG.error("sending {} failed", order, e);
            results.accept(OrderFacts.evidence(order.venueOrderId(), Kind.DOUBT, null, String.valueOf(e), time.now()));
            return;
        }
        tell(order, known, placement);
    }

    private @Nullable String reasonNotToSend(PreparedOrder order) {
        return time.now().isAfter(order.doNotSendAfter())
                ? "it was not to be sent after " + order.doNotSendAfter()
                : null;
    }

    private void tell(PreparedOrder order, SentOrder known, Placement placement) {
        placement.match(new Placement.Cases<Done>() {
            @Override
            public Done accepted(Placement.Accepted accepted) {
                modes.answered(known.postOnly());
                results.accept(OrderFacts.of(accepted, known.side(), time.now()));
                accepted.tradeIds().forEach(results::traded);
                if (isUnsettled(known, accepted.state())) {
                    results.unsettled(order, known);
                }
                return Done.DONE;
            }

            @Override
            public Done refused(Placement.Refused refused) {
                if (refused.reason() == RefusalReason.VERSION_MISMATCH) {
                    modes.versionRefused();
                } else {
                    failed(refused.cause(), known);
                }
                results.accept(OrderFacts.of(refused, known.side(), time.now()));
                results.refused(refused);
                return Done.DONE;
            }

            @Override
            public Done inDoubt(Placement.InDoubt inDoubt) {
                if (inDoubt.cause() != null) {
                    failed(inDoubt.cause(), known);
                }
                results.accept(OrderFacts.of(inDoubt, known.side(), time.now()));
                return Done.DONE;
            }
        });
    }

    /** A refusal is an answer in substance, also where its words are not known. */
    private void failed(@Nullable RequestException cause, SentOrder known) {
        if (cause == null || cause.failure() == RequestException.Failure.REFUSED) {
            modes.answered(known.postOnly());
        } else {
            modes.failed(cause);
        }
    }

    /** A delayed order matches later, and one that should not rest but does may still. */
    private static boolean isUnsettled(SentOrder order, Placement.State state) {
        boolean takes = order.timeInForce() == TimeInForce.FAK || order.timeInForce() == TimeInForce.FOK;
        return state == Placement.State.DELAYED
                || state == Placement.State.UNMATCHED
                || (takes && state == Placement.State.LIVE);
    }

    private void notSent(PreparedOrder order, String reason) {
        results.accept(OrderFacts.evidence(order.venueOrderId(), Kind.NOT_SENT, null, reason, time.now()));
    }
}
