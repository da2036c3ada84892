package io.ploy.host.demo;

import io.ploy.api.money.Cash;
import io.ploy.api.venue.AccountSettings;
import java.time.Clock;
import java.util.Map;

/**
 * A venue of a demo's own, which a connector reaches over the wire.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public interface DemoVenue extends AutoCloseable {
    /** The venue's time. */
    Clock clock();

    /** What the connector that trades there is called. */
    String connector();

    /** Values of the connector's connection parameters. */
    Map<String, String> connectionParameters();

    /** The one account there is. Its key ends with the venue. */
    AccountSettings account();

    /** What the account begins with. */
    Cash collateral();

    /** Lets things go wrong from now on, if they were asked for. */
    void beginFaults();

    /** How often something went wrong so far. */
    long strikes();

    /** Stops serving. Further calls do nothing. */
    @Override
    void close();

    /** Opens such venues. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens one.
         *
         * @param request its seed and what goes wrong
         * @return serving
         * @throws io.ploy.host.console.CommandFailure if the request cannot be carried out as given
         */
        DemoVenue open(DemoRequest request);
    }
}
