package io.ploy.testkit.polymarket.fault;

import io.ploy.api.order.AccountId;
import io.ploy.testkit.polymarket.account.VenueAccount;
import java.util.List;

/** Which accounts a fault is about. */
public final class Accounts {
    private Accounts() {}

    /**
     * The accounts asked for: by name, else the request's, else all that have an API key of their own.
     *
     * @param injection what is asked for
     * @param occasion what it struck
     * @return in the order in which they were opened
     */
    public static List<VenueAccount> of(Injection injection, Occasion occasion) {
        Where where = injection.trigger().spec().where();
        String name = where.account();
        if (name != null) {
            return injection.venue().state().accounts().account(new AccountId(name)).stream()
                    .toList();
        }
        if (occasion instanceof Ask ask && ask.account().isPresent()) {
            return ask.account().stream().toList();
        }
        return injection.venue().state().accounts().all().stream()
                .filter(account -> !account.id().name().startsWith("house-") && !Counterparty.is(account.id()))
                .toList();
    }
}
