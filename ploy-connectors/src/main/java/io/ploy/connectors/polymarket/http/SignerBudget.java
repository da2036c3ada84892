package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one signer may still do, as far as the venue's answers tell. Used under the lock of {@link Turnstile}. */
final class SignerBudget {
    private static final Logger LOG = LoggerFactory.getLogger(SignerBudget.class);
    private static final Pattern TOKENS = Pattern.compile("-?\\d{1,9}");

    private final String signer;
    private final List<SignerTier> tiers;
    private final BudgetLane orders;
    private final BudgetLane cancels;
    private SignerTier tier;
    private long warnings;

    SignerBudget(String signer, List<SignerTier> tiers, long now) {
        this.signer = signer;
        this.tiers = tiers;
        this.tier = tiers.get(0);
        this.orders = new BudgetLane(tier.orders(), tier.orderBurst(), false, now);
        this.cancels = new BudgetLane(tier.cancels(), tier.cancelBurst(), tier.cancelDebt(), now);
    }

    BudgetLane lane(Purpose purpose) {
        return purpose == Purpose.CANCEL ? cancels : orders;
    }

    /** Refuses what can never pass, however long it waits. */
    void check(Call call) {
        int burst = lane(call.purpose()).burst();
        if (call.tokens() > burst) {
            throw new RequestException(
                    Failure.NOT_SENT,
                    0,
                    call + ": not sent, it costs " + call.tokens() + " of the signer's budget and tier " + tier.name()
                            + " allows " + burst + " at once; split it",
                    "",
                    null,
                    null);
        }
    }

    /**
     * Learns from an answer.
     *
     * @param venueNow the venue's time
     * @param retryAfter when the venue says to come back, if it refused for its limits
     * @return whether the answer speaks of this budget
     */
    boolean learn(Call call, Answer answer, Instant venueNow, Duration retryAfter, long now) {
        Headers headers = answer.headers();
        learnTier(headers.get("Poly-RateLimit-Tier"), now);
        if ("true".equalsIgnoreCase(headers.get("Poly-RateLimit-Warning")) && warnings++ == 0) {
            LOG.warn("the venue warns that signer {} exceeds the limits of tier {}", signer, tier.name());
        }
        String remaining = headers.get("Poly-RateLimit-Remaining");
        @Nullable Duration reset = RetryAfter.reset(headers, venueNow);
        BudgetLane lane = lane(call.purpose());
        boolean empty = false;
        if (remaining != null && TOKENS.matcher(remaining.strip()).matches()) {
            long tokens = Long.parseLong(remaining.strip());
            lane.atMost(tokens, now);
            empty = tokens <= 0;
        }
        boolean refused = answer.status() == 429 && (remaining != null || reset != null);
        if (refused) {
            lane.rest(retryAfter.toNanos(), now);
        } else if (empty && reset != null) {
            lane.rest(reset.toNanos(), now);
        }
        return refused;
    }

    private void learnTier(@Nullable String name, long now) {
        if (name == null || name.strip().equalsIgnoreCase(tier.name())) {
            return;
        }
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        for (SignerTier known : tiers) {
            if (known.name().equals(wanted)) {
                LOG.info("signer {} has tier {} instead of {}", signer, known.name(), tier.name());
                tier = known;
                orders.change(known.orders(), known.orderBurst(), false, now);
                cancels.change(known.cancels(), known.cancelBurst(), known.cancelDebt(), now);
                return;
            }
        }
    }

    SignerReport report(long now) {
        return new SignerReport(signer, tier.name(), orders.tokens(now), cancels.tokens(now), warnings);
    }
}
