package io.ploy.core.deployment;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.AccountId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a deployment may trade a market live, asked for every order. Answers are kept by market until the register or the
 * market changes, so asking again allocates nothing.
 *
 * <p><b>Threading.</b> Not thread-safe: for the engine's thread.
 */
public final class DeploymentCheck {
    private static final int MOST_KEPT = 4_096;

    private final DeploymentId id;
    private final String strategy;
    private final AccountId account;
    private final Map<MarketId, Answer> answers = new HashMap<>();
    private @Nullable RegisterSnapshot seen;

    /**
     * For one deployment.
     *
     * @param id the deployment that intents name
     * @param strategy the name of the strategy that runs
     * @param account the account that trades
     */
    public DeploymentCheck(DeploymentId id, String strategy, AccountId account) {
        this.id = id;
        this.strategy = strategy;
        this.account = account;
    }

    /**
     * Looks whether it may trade a market. Only for orders that add risk or hedge.
     *
     * @param snapshot the newest of the register
     * @param domains says what a market is about, such as {@code crypto}; always the same of the same market
     * @param market as last known
     */
    @SuppressWarnings("ReferenceEquality") // a change makes a new instance, and comparing all of it costs more
    public DeploymentCode check(RegisterSnapshot snapshot, Function<Market, String> domains, Market market) {
        if (snapshot != seen || answers.size() > MOST_KEPT) {
            answers.clear();
            seen = snapshot;
        }
        Answer answer = answers.get(market.id());
        if (answer == null || answer.market != market) {
            answer = new Answer(market, find(snapshot, domains.apply(market), market));
            answers.put(market.id(), answer);
        }
        return answer.code;
    }

    private DeploymentCode find(RegisterSnapshot snapshot, String domain, Market market) {
        DeploymentCode anywhere = anywhere(snapshot);
        Deployment deployment = snapshot.deploymentOrNull(id);
        return (anywhere == DeploymentCode.OK || anywhere == DeploymentCode.AMBIGUOUS)
                        && deployment != null
                        && !deployment.covers(domain, market)
                ? DeploymentCode.OUT_OF_SCOPE
                : anywhere;
    }

    /**
     * Looks whether it may trade at all, whatever the market.
     *
     * @param snapshot the newest of the register
     */
    public DeploymentCode anywhere(RegisterSnapshot snapshot) {
        Deployment deployment = snapshot.deploymentOrNull(id);
        if (deployment == null) {
            return DeploymentCode.MISSING;
        }
        if (!deployment.stage().tradesLive()) {
            return DeploymentCode.DISABLED;
        }
        if (!deployment.account().equals(account) || !deployment.strategy().equals(strategy)) {
            return DeploymentCode.OUT_OF_SCOPE;
        }
        return snapshot.isAmbiguous(id) ? DeploymentCode.AMBIGUOUS : DeploymentCode.OK;
    }

    /**
     * Says why in words, for a person. Allocates.
     *
     * @return empty if it may trade
     */
    public String detail(RegisterSnapshot snapshot, String domain, Market market) {
        return detail(
                snapshot,
                find(snapshot, domain, market),
                " in market " + market.slug() + " of domain " + domain + " with account " + account);
    }

    /**
     * Says in words why it may not trade at all. Allocates.
     *
     * @return empty if it may trade in some markets
     */
    public String detail(RegisterSnapshot snapshot) {
        return detail(snapshot, anywhere(snapshot), " with account " + account);
    }

    private String detail(RegisterSnapshot snapshot, DeploymentCode code, String where) {
        Deployment deployment = snapshot.deploymentOrNull(id);
        if (deployment == null) {
            return snapshot.fault()
                    .map(fault -> "the register cannot be believed: " + fault)
                    .orElseGet(() -> "there is no deployment " + id + " in " + snapshot.source()
                            + ": 'ploy deployments create " + snapshot.source() + " " + id + " ...'");
        }
        return switch (code) {
            case OK -> "";
            case MISSING, DISABLED ->
                "deployment " + id + " is "
                        + deployment.stage().word() + ", which does not trade live: 'ploy deployments promote "
                        + snapshot.source() + " " + id + " --by NAME --reason TEXT'";
            case OUT_OF_SCOPE -> "deployment " + id + " is for " + scope(deployment) + ", not for " + strategy + where;
            case AMBIGUOUS ->
                "deployment " + id + " and "
                        + snapshot.rival(id).map(DeploymentId::name).orElse("another")
                        + " trade " + strategy + " live in some of the same markets: demote one of them";
        };
    }

    private static String scope(Deployment deployment) {
        return deployment.strategy() + " in markets " + deployment.markets() + " of domain " + deployment.domain()
                + deployment
                        .timeframe()
                        .map(frame -> " with windows of " + TimeWords.of(frame))
                        .orElse("")
                + " with account " + deployment.account();
    }

    private record Answer(Market market, DeploymentCode code) {}
}
