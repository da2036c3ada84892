package io.ploy.testkit.polymarket.limit;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The token buckets of every key. Used on the venue's thread. */
public final class SignerLimits {
    private final Supplier<Instant> now;
    private final Map<Address, SignerTier> tiers = new HashMap<>();
    private final Map<Address, Map<TokenKind, TokenBucket>> buckets = new HashMap<>();
    private Enforcement enforcement;

    /**
     * Full buckets for everyone, all of the standard tier.
     *
     * @param now the venue's time
     * @param enforcement what becomes of excess
     */
    public SignerLimits(Supplier<Instant> now, Enforcement enforcement) {
        this.now = now;
        this.enforcement = enforcement;
    }

    /**
     * Changes what becomes of excess.
     *
     * @param changed from now on
     */
    public void enforce(Enforcement changed) {
        enforcement = changed;
    }

    /**
     * Moves a key to another tier and fills its buckets.
     *
     * @param signer the key's address
     * @param tier from now on
     */
    public void tier(Address signer, SignerTier tier) {
        tiers.put(signer, tier);
        buckets.remove(signer);
    }

    /**
     * A key's tier.
     *
     * @param signer the key's address
     * @return standard unless it was moved
     */
    public SignerTier tier(Address signer) {
        return tiers.getOrDefault(signer, SignerTier.STANDARD);
    }

    /**
     * Answers a request that costs tokens, with the headers that say how many are left. Refused requests cost as much.
     *
     * @param signer who asks
     * @param kind which tokens
     * @param cost how many the request needs; with fewer left it is refused, or warned of
     * @param answer made only if the request is let through; a refusal thrown here gets the headers too
     * @return the answer with the headers
     * @throws RefusedException with status 429 if the key must wait
     */
    public WireAnswer metered(Address signer, TokenKind kind, long cost, Supplier<WireAnswer> answer) {
        if (enforcement == Enforcement.OFF) {
            return answer.get();
        }
        TokenBucket bucket = bucket(signer, kind);
        boolean enough = bucket.take(cost, now.get());
        if (!enough && enforcement == Enforcement.ENFORCE) {
            throw wait(signer, bucket, cost);
        }
        WireAnswer made;
        try {
            made = answer.get();
        } catch (RefusedException e) {
            made = e.answer();
        }
        WireAnswer told = told(made, signer, bucket, Duration.ZERO);
        return enough ? told : told.with("Poly-RateLimit-Warning", "true");
    }

    /**
     * Takes tokens for what a request turned out to do, inside its answer.
     *
     * @param signer who asked
     * @param cost cancel tokens besides those the request needed
     */
    public void chargeCancels(Address signer, long cost) {
        if (enforcement != Enforcement.OFF) {
            bucket(signer, TokenKind.CANCEL).charge(cost, tier(signer).cancelDebt(), now.get());
        }
    }

    private RefusedException wait(Address signer, TokenBucket bucket, long cost) {
        Duration wait = bucket.until(cost, now.get());
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        String error = "Too Many Requests";
        WireAnswer answer =
                WireAnswer.json(429, "{\"error\":\"" + error + "\",\"retry_after_seconds\":" + seconds + "}");
        return new RefusedException(
                error, told(answer, signer, bucket, wait).with("Retry-After", Long.toString(seconds)));
    }

    private WireAnswer told(WireAnswer answer, Address signer, TokenBucket bucket, Duration wait) {
        Instant reset = now.get().plus(wait).plusNanos(999_999_999);
        return answer.with("Poly-RateLimit-Remaining", Long.toString(bucket.whole(now.get())))
                .with("Poly-RateLimit-Reset", Long.toString(reset.getEpochSecond()))
                .with("Poly-RateLimit-Tier", tier(signer).word());
    }

    private TokenBucket bucket(Address signer, TokenKind kind) {
        return buckets.computeIfAbsent(signer, unused -> new EnumMap<>(TokenKind.class))
                .computeIfAbsent(kind, unused -> {
                    SignerTier tier = tier(signer);
                    return new TokenBucket(tier.perSecond(kind), tier.burst(kind), now.get());
                });
    }
}
