package io.ploy.connectors.polymarket.settlement;

import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import org.jspecify.annotations.Nullable;

/** Reads what an account has of the outcomes an operation can move and of collateral, past the venue's cache. */
final class SetBalances {
    private final ClobAccountClient client;

    SetBalances(ClobAccountClient client) {
        this.client = client;
    }

    /**
     * Reads all of them.
     *
     * @throws io.ploy.connectors.polymarket.http.RequestException if one could not be read
     */
    Reading read(SetMarkets markets) {
        return new Reading(
                fresh(AssetType.COLLATERAL, null),
                markets.outcomes().stream()
                        .map(each -> fresh(each.type(), each.token()))
                        .toList());
    }

    private BalanceAllowance fresh(AssetType type, @Nullable String token) {
        client.refreshBalanceAllowance(type, token);
        return client.balanceAllowance(type, token);
    }
}
