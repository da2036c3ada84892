package io.ploy.testkit.polymarket.stream.user;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Serves the user channel: a key hears of the orders and trades of all its wallets. Both sides of a trade are told, at
 * every step of its settlement; who is on both hears of it as taker and as maker.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class UserChannel implements SocketService, RecordListener {
    private final VenueState state;
    private final Callers callers;
    private final Subscribers subscribers = new Subscribers();

    /**
     * A channel that tells what happens from now on.
     *
     * @param state the venue
     * @param callers knows whose credentials are shown
     * @param records tell of orders and trades
     */
    public UserChannel(VenueState state, Callers callers, VenueRecords records) {
        this.state = state;
        this.callers = callers;
        records.listen(this);
    }

    @Override
    public Session open(WireSocket socket) {
        return new UserSession(socket, callers, subscribers);
    }

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {
        List<UserSession> sessions = subscribers.of(order.account().signer());
        if (!sessions.isEmpty()) {
            String frame = UserFrames.order(order, moment, now());
            sessions.forEach(session -> session.tell(order.market().conditionId(), frame));
        }
    }

    @Override
    public void onTrade(TradeRow trade) {
        Set<Address> makers = new LinkedHashSet<>();
        trade.makers().forEach(maker -> makers.add(maker.account().signer()));
        tell(trade, Set.of(trade.taker().account().signer()), true);
        tell(trade, makers, false);
    }

    private void tell(TradeRow trade, Set<Address> signers, boolean asTaker) {
        if (signers.stream().allMatch(signer -> subscribers.of(signer).isEmpty())) {
            return;
        }
        String frame = UserFrames.trade(trade, asTaker, now());
        for (Address signer : signers) {
            for (UserSession session : subscribers.of(signer)) {
                session.tell(trade.market().conditionId(), frame);
            }
        }
    }

    private Instant now() {
        return state.loop().timeline().now();
    }
}
