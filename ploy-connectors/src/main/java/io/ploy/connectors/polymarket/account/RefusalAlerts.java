package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.AccountId;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.RefusalReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person should know when the venue refuses an order. */
final class RefusalAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalAlerts.class);

    private final AccountId id;
    private final AccountAlerts alerts;

    RefusalAlerts(AccountId id, AccountAlerts alerts) {
        this.id = id;
        this.alerts = alerts;
    }

    void say(Placement.Refused refusal) {
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
