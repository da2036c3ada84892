package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.mode.VenueMode;
import io.ploy.testkit.polymarket.server.fault.Ending;
import java.time.Duration;
import java.util.List;

/** The engine goes away and comes back, without some of what it had. */
final class Restart extends Deed {
    static final Parameter<Duration> AWAY =
            Parameter.duration("away", "90").between("0.001", "86400").help("How long it answers with 425.");
    static final Parameter<Duration> POST_ONLY = Parameter.duration("postOnly", "2m")
            .between("0.001", "86400")
            .help("How long it then takes post-only orders alone.");
    static final Parameter<Double> LOST = Parameter.decimal("lost", "0").help("The share of open orders that is gone.");
    static final Parameter<Connections> SOCKETS =
            Parameter.choice("sockets", Connections.CLOSE).help("What becomes of the WebSockets.");

    /** What becomes of sockets. */
    enum Connections {
        CLOSE,
        SILENT,
        KEEP
    }

    Restart(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        for (VenueAccount account : Accounts.of(injection(), Occasion.TIME)) {
            lose(account.id());
        }
        Connections sockets = injection().get(SOCKETS);
        if (sockets != Connections.KEEP) {
            Ending ending = sockets == Connections.CLOSE ? Ending.CLOSE : Ending.SILENCE;
            injection().venue().sockets().get().forEach(socket -> socket.end(ending));
        }
        injection().venue().mode().set(VenueMode.RESTARTING, injection().get(AWAY));
        Timeline timeline = injection().venue().state().loop().timeline();
        timeline.schedule(
                timeline.now().plus(injection().get(AWAY)),
                () -> injection()
                        .venue()
                        .mode()
                        .set(VenueMode.POST_ONLY, injection().get(POST_ONLY)));
    }

    private void lose(AccountId account) {
        List<VenueOrderId> open = injection().venue().state().exchange().openOrders(account);
        for (VenueOrderId order : open) {
            if (injection().random().nextDouble() < injection().get(LOST)) {
                injection().venue().state().exchange().cancel(account, order);
            }
        }
    }
}
