package io.ploy.api.venue;

import io.ploy.api.Experimental;
import io.ploy.api.notify.Alert;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a connection needs from whoever opens it.
 *
 * @param clock tells the time of day; on a live connection the machine's own
 * @param parameters values of the connector's parameters, by name; what is not given takes its default
 * @param accounts may be empty for market data alone
 * @param alerts told of what a person should know; called from any thread, must not wait
 */
@Experimental
public record VenueContext(
        Clock clock, Map<String, String> parameters, List<AccountSettings> accounts, Consumer<Alert> alerts) {
    /** Copies map and list. */
    public VenueContext {
        parameters = Map.copyOf(parameters);
        accounts = List.copyOf(accounts);
    }
}
