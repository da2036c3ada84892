package io.ploy.core.sim;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Second outcomes of some markets of an event become the first outcomes of all others, and collateral. */
final class ShareConversion implements Change {
    private static final String NOT_ONE_EVENT =
            "these are not all markets of one event of which at most one comes true";

    private final Desk desk;
    private final VenueAccount account;
    private final Conversion conversion;
    private final long shares;
    private final List<Floor> given = new ArrayList<>();
    private final List<Floor> received = new ArrayList<>();

    /** Shares are micros, of each market that is given. */
    ShareConversion(Desk desk, VenueAccount account, Conversion conversion, long shares) {
        this.desk = desk;
        this.account = account;
        this.conversion = conversion;
        this.shares = shares;
    }

    @Override
    public @Nullable String hold() {
        String problem = find(conversion.given(), given);
        problem = problem == null ? find(conversion.received(), received) : problem;
        if (problem != null) {
            return problem;
        }
        if (!areOneEvent()) {
            return NOT_ONE_EVENT;
        }
        if (shares == 0) {
            return "nothing to convert";
        }
        if (given.stream().anyMatch(floor -> no(floor).available() < shares)) {
            return VenueText.NO_BALANCE;
        }
        given.forEach(floor -> no(floor).held += shares);
        return null;
    }

    private @Nullable String find(List<MarketId> markets, List<Floor> found) {
        for (MarketId market : markets) {
            Floor floor = desk.register().floor(market).orElse(null);
            if (floor == null) {
                return "market not found";
            }
            if (floor.resolution() != null) {
                return "market is resolved";
            }
            found.add(floor);
        }
        return null;
    }

    private boolean areOneEvent() {
        Event event = given.get(0).market().event().orElse(null);
        if (event == null
                || event.structure() == EventStructure.INDEPENDENT
                || event.structure() == EventStructure.NESTED) {
            return false;
        }
        Set<MarketId> named = new HashSet<>(conversion.given());
        named.addAll(conversion.received());
        return desk.register().floors().stream()
                .allMatch(floor ->
                        isOf(event.id(), floor) == named.contains(floor.market().id()));
    }

    private static boolean isOf(EventId event, Floor floor) {
        return floor.market().event().map(Event::id).filter(event::equals).isPresent();
    }

    @Override
    public void finish() {
        long cash = conversion.cashMicros(shares);
        account.cash += cash;
        for (Floor floor : given) {
            no(floor).held -= shares;
            no(floor).settled -= shares;
            floor.converted(0, shares, floor == given.get(0) ? cash : 0);
        }
        for (Floor floor : received) {
            yes(floor).settled += shares;
            floor.converted(shares, 0, 0);
        }
        given.forEach(floor -> tell(floor, 0, shares, floor == given.get(0) ? cash : 0));
        received.forEach(floor -> tell(floor, shares, 0, 0));
    }

    private void tell(Floor of, long ofFirst, long ofSecond, long collateral) {
        desk.observers()
                .onSets(new ExchangeSets(
                        account.id,
                        Operation.Kind.CONVERT,
                        of.market().id(),
                        Quantity.ofMicros(ofFirst),
                        Quantity.ofMicros(ofSecond),
                        Cash.ofMicros(collateral),
                        desk.now()));
    }

    private VenueAccount.Holding yes(Floor of) {
        return holding(of.market().first().instrument());
    }

    private VenueAccount.Holding no(Floor of) {
        return holding(of.market().second().instrument());
    }

    private VenueAccount.Holding holding(InstrumentId instrument) {
        return account.holding(instrument);
    }
}
