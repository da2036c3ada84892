package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.AccountId;

/** What a person should know when the venue takes other orders than before. */
final class ModeAlerts {
    private final AccountId id;
    private final AccountAlerts alerts;

    ModeAlerts(AccountId id, AccountAlerts alerts) {
        this.id = id;
        this.alerts = alerts;
    }

    void moved(VenueMode mode) {
        String message = "The venue is in mode " + mode + ", as an answer to an order of account " + id + " says. ";
        switch (mode) {
            case NORMAL -> alerts.warn("venue.mode", mode.name(), message + "Trading goes on.");
            case DISABLED ->
                alerts.critical(
                        "venue.mode",
                        mode.name(),
                        message + "Not even cancels are taken. Look at the venue's own announcements.");
            case VERSION_UNKNOWN ->
                alerts.critical(
                        "venue.mode",
                        "version",
                        "The venue takes orders of another protocol version than account " + id
                                + " signs. Only cancels are sent, and an order now and then to find out, until it goes back or a"
                                + " Ploy that knows the new version runs.");
            default ->
                alerts.warn(
                        "venue.mode",
                        mode.name(),
                        message + "What it does not take is not sent, but for a trial now and then.");
        }
    }
}
