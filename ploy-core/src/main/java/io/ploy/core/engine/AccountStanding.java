package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the account can trade, as those who look at it said last. Engine thread only. */
final class AccountStanding {
    private final String account;
    private final Broadcast broadcast;
    private @Nullable Instant fitAt;
    private String bad = "";
    private boolean looked;

    AccountStanding(String account, Broadcast broadcast) {
        this.account = account;
        this.broadcast = broadcast;
    }

    void looked(List<AccountCheck> checks, Instant now) {
        String before = bad;
        bad = checks.stream()
                .filter(check -> check.verdict() == Verdict.BAD)
                .map(check -> check.subject() + ": " + check.detail())
                .collect(Collectors.joining("; "));
        looked = true;
        if (bad.isEmpty()) {
            fitAt = now;
            if (!before.isEmpty()) {
                broadcast.alert(AlertSeverity.INFO, "account.fit", account, "The account can trade again.");
            }
        } else if (before.isEmpty()) {
            broadcast.alert(
                    AlertSeverity.CRITICAL,
                    "account.unfit",
                    account,
                    "The account cannot trade as it is, so nothing new is risked: " + bad);
        }
    }

    /** What keeps the account from trading; null if nothing does or nobody looks. */
    @Nullable
    String problem(Instant now, long maxAgeNanos) {
        if (!looked) {
            return null;
        }
        if (!bad.isEmpty()) {
            return "the account cannot trade as it is: " + bad;
        }
        Instant fit = fitAt;
        boolean old = fit != null
                && maxAgeNanos != Long.MAX_VALUE
                && Duration.between(fit, now).toNanos() > maxAgeNanos;
        return old ? "the account was found fit at " + fit + " last, which is too long ago" : null;
    }
}
