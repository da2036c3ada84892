package io.ploy.core.deployment;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.order.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One build of a strategy for some markets of an account, and how far it has come. All but the stage stays as it was made:
 * a changed parameter is another deployment.
 *
 * @param id names it; intents carry it
 * @param artifact the plugin, to the byte
 * @param strategy the strategy's name in the plugin
 * @param parametersSha256 of its parameters, see {@link ParametersHash}
 * @param account whose money
 * @param domain what the markets are about, such as {@code crypto}: lower-case letters, digits and hyphens
 * @param markets which markets
 * @param timeframeOrNull how long the markets' windows are, or null for markets of any kind
 * @param stage how far it has come
 * @param owner the person who answers for it
 * @param createdAt when it was written down
 */
public record Deployment(
        DeploymentId id,
        Artifact artifact,
        String strategy,
        String parametersSha256,
        AccountId account,
        String domain,
        MarketSelector markets,
        @Nullable Duration timeframeOrNull,
        Stage stage,
        String owner,
        Instant createdAt) {
    /** Checks the words and the timeframe. */
    public Deployment {
        Hex.check("the parameters' hash", parametersSha256);
        if (!domain.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "a domain has lower-case letters, digits and hyphens, such as crypto: '" + domain + "'");
        }
        if (strategy.isBlank()) {
            throw new IllegalArgumentException("a deployment of no strategy");
        }
        if (timeframeOrNull != null && (timeframeOrNull.isNegative() || timeframeOrNull.isZero())) {
            throw new IllegalArgumentException("a timeframe is longer than nothing: " + timeframeOrNull);
        }
        owner = Actor.checkedName(owner);
    }

    /** How long the markets' windows are; absent for markets of any kind. */
    public Optional<Duration> timeframe() {
        return Optional.ofNullable(timeframeOrNull);
    }

    /** What it runs, on some version of Ploy. */
    public Build build(EngineVersion engine) {
        return new Build(artifact.sha256(), parametersSha256, engine);
    }

    Deployment withStage(Stage changed) {
        return new Deployment(
                id,
                artifact,
                strategy,
                parametersSha256,
                account,
                domain,
                markets,
                timeframeOrNull,
                changed,
                owner,
                createdAt);
    }

    /** Whether a market of some domain is one of its own. */
    boolean covers(String marketDomain, Market market) {
        return domain.equals(marketDomain)
                && markets.matches(market.slug())
                && (timeframeOrNull == null || lasts(market, timeframeOrNull));
    }

    private static boolean lasts(Market market, Duration timeframe) {
        MarketWindow window = market.window().orElse(null);
        return window != null && Duration.between(window.start(), window.end()).equals(timeframe);
    }

    /** Whether some market could belong to both, with the same strategy and account. */
    boolean overlaps(Deployment other) {
        return account.equals(other.account)
                && strategy.equals(other.strategy)
                && domain.equals(other.domain)
                && (timeframeOrNull == null
                        || other.timeframeOrNull == null
                        || timeframeOrNull.equals(other.timeframeOrNull))
                && markets.overlaps(other.markets);
    }
}
