package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.account.Standing;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.site.SiteService;

/** Moves the client to where it may not trade, or only close. */
final class Geography implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.BLOCKED).help("What is still allowed.");
    private static final SiteService.Place FORBIDDEN = new SiteService.Place(true, "US", "NY");
    private static final SiteService.Place ALLOWED = new SiteService.Place(false, "IE", "L");

    /** What is allowed. */
    enum How {
        /** Nothing but cancels. */
        BLOCKED,
        /** Sales and cancels. */
        CLOSE_ONLY
    }

    private final Injection injection;
    private final How how;

    Geography(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public void armed() {
        if (how == How.BLOCKED) {
            injection.venue().site().moveTo(FORBIDDEN);
        } else if (injection.fires(Occasion.TIME)) {
            restrict(Standing.CLOSED_ONLY);
        }
    }

    @Override
    public void over() {
        if (how == How.BLOCKED) {
            injection.venue().site().moveTo(ALLOWED);
        } else {
            restrict(Standing.GOOD);
        }
    }

    private void restrict(Standing standing) {
        Accounts.of(injection, Occasion.TIME)
                .forEach(account -> injection.venue().state().accounts().restrict(account.signer(), standing));
    }

    @Override
    public OnRequest before(Ask ask) {
        return how == How.BLOCKED && ask.places() && injection.fires(ask)
                ? OnRequest.refuse(Effects.refusal(403, "Trading restricted in your region"))
                : OnRequest.GO_ON;
    }
}
